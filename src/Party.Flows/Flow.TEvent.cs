using Party.Flows.Building;
using Party.Flows.Operators;

namespace Party.Flows;

/// <summary>A computation over events: what LINQ is to a sequence, but done by stages side by side.</summary>
/// <remarks>
/// <para>
/// It is a description, which never changes: every operator returns another. Operators that follow each other run in
/// one stage, one after another and without a message; events go from stage to stage only where they are shared out
/// anew.
/// <see cref="Explain"/> shows where.
/// </para>
/// <para>
/// Events of one stage stay in order on their way to another; between stages there is no order. A stage asks those
/// before it for at most <see cref="FlowOptions.MaxDemand"/> events at a time, so a slow stage slows its sources.
/// </para>
/// </remarks>
public partial class Flow<TEvent>
{
    internal Flow(Layer<TEvent> layer) => Layer = layer;

    internal Layer<TEvent> Layer { get; }

    /// <summary>Makes one event of every event.</summary>
    public Flow<TResult> Select<TResult>(Func<TEvent, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(Layer.Then<TResult>(
            Layer.Shape.Then(nameof(Select)),
            (_, following) => new SelectOperator<TEvent, TResult>(selector, following)));
    }

    /// <summary>Keeps the events that a condition holds for.</summary>
    public Flow<TEvent> Where(Func<TEvent, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new(Layer.Then<TEvent>(
            Layer.Shape.Then(nameof(Where)),
            (_, following) => new WhereOperator<TEvent>(predicate, following)));
    }

    /// <summary>Makes any number of events of every event.</summary>
    public Flow<TResult> SelectMany<TResult>(Func<TEvent, IEnumerable<TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(Layer.Then<TResult>(
            Layer.Shape.Then(nameof(SelectMany)),
            (_, following) => new SelectManyOperator<TEvent, TResult>(selector, following)));
    }

    /// <summary>
    /// Makes any number of events of every event, and an event of each together with what it was made of.
    /// </summary>
    public Flow<TResult> SelectMany<TMiddle, TResult>(
        Func<TEvent, IEnumerable<TMiddle>> selector, Func<TEvent, TMiddle, TResult> resultSelector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return SelectMany(item => selector(item).Select(middle => resultSelector(item, middle)));
    }

    /// <summary>
    /// The stages that the flow comes to: what each does, how many they are, and how events get to the next.
    /// </summary>
    /// <returns>A line for every layer of stages, those before first.</returns>
    public string Explain()
    {
        var outline = new FlowOutline();
        Layer.Describe(outline, "out");
        return outline.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Explain();
}
