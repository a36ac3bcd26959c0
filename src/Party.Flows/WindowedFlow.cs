using Party.Flows.Building;
using Party.Flows.Keys;
using Party.Flows.Reducing;
using Party.Flows.Windows;

namespace Party.Flows;

/// <summary>A flow whose events are to become something window by window.</summary>
/// <remarks>
/// It can be run when that has been said: a window without a computation does not compile. Keys meet in one stage as
/// they do without a window, if that is said right after the window or the user has chosen the stages.
/// </remarks>
public sealed class WindowedFlow<TEvent>
{
    private readonly Layer<TEvent> _layer;

    // Null where operators stand between.
    private readonly Func<Func<Flow<TEvent>, Flow<TEvent>>, Layer<TEvent>>? _before;

    internal WindowedFlow(Flow<TEvent> flow, Window<TEvent> window)
    {
        _layer = Open(flow, window);
        _before = change => Open(change(flow), window);
    }

    private WindowedFlow(Layer<TEvent> layer) => _layer = layer;

    private bool IsAtOwners => _layer.Shape.IsPartitioned || _layer.Shape.Options.Stages == 1;

    /// <summary>Makes one event of every event, in the same window.</summary>
    public WindowedFlow<TResult> Select<TResult>(Func<TEvent, TResult> selector) =>
        new(new Flow<TEvent>(_layer).Select(selector).Layer);

    /// <summary>Keeps the events that a condition holds for.</summary>
    public WindowedFlow<TEvent> Where(Func<TEvent, bool> predicate) =>
        new(new Flow<TEvent>(_layer).Where(predicate).Layer);

    /// <summary>Makes any number of events of every event, in the same window.</summary>
    public WindowedFlow<TResult> SelectMany<TResult>(Func<TEvent, IEnumerable<TResult>> selector) =>
        new(new Flow<TEvent>(_layer).SelectMany(selector).Layer);

    /// <summary>Makes one state of the events of every window of a stage.</summary>
    /// <param name="seed">The state before the first event of a window.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <param name="combine">Makes one state of two; needed for sessions, of which two may become one.</param>
    /// <exception cref="InvalidOperationException">The windows are sessions, and <c>combine</c> is missing.</exception>
    public Reduction<TState> Aggregate<TState>(
        TState seed, Func<TState, TEvent, TState> func, Func<TState, TState, TState>? combine = null) =>
        Aggregate(() => seed, func, combine);

    /// <summary>Makes one state of the events of every window of a stage.</summary>
    /// <param name="seed">Makes the state before the first event of a window.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <param name="combine">Makes one state of two; needed for sessions, of which two may become one.</param>
    /// <exception cref="InvalidOperationException">The windows are sessions, and <c>combine</c> is missing.</exception>
    public Reduction<TState> Aggregate<TState>(
        Func<TState> seed, Func<TState, TEvent, TState> func, Func<TState, TState, TState>? combine = null)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(func);
        _layer.Shape.Check(nameof(Aggregate), combine is not null);
        return new(new Aggregation<TEvent, TState>(
            _layer, new(nameof(Aggregate), seed, combine), func));
    }

    /// <summary>
    /// Emits something for every event, and makes one state of the events of every window of a stage.
    /// </summary>
    /// <param name="seed">Makes the state before the first event of a window.</param>
    /// <param name="func">From the state and an event to what is emitted and the next state.</param>
    /// <exception cref="InvalidOperationException">The windows are sessions.</exception>
    public EmittingReduction<TState, TResult> EmitAndAggregate<TState, TResult>(
        Func<TState> seed, Func<TState, TEvent, (IEnumerable<TResult> Events, TState State)> func)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(func);
        _layer.Shape.Check(nameof(EmitAndAggregate), combines: false);
        return new(rule => Flow<TEvent>.EmitAndAggregate(_layer, seed, func, rule));
    }

    /// <summary>Counts the events of every key and window.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <exception cref="InvalidOperationException">Operators stand between, and the stages do not own keys.</exception>
    public Flow<KeyValuePair<TKey, int>> CountBy<TKey>(
        Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer = null) => KeyedFlows.Count(
            AtOwners(nameof(CountBy), keySelector, comparer),
            isAtOwners: true,
            nameof(CountBy),
            keySelector,
            comparer,
            combinesFirst: false);

    /// <summary>Makes one state of the events of every key and window.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="seed">The state of a key of which nothing has come.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <param name="combine">Makes one state of two; needed for sessions, of which two may become one.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <exception cref="InvalidOperationException">
    /// Operators stand between, and the stages do not own keys; or the windows are sessions, and <c>combine</c> is
    /// missing.
    /// </exception>
    public Flow<KeyValuePair<TKey, TState>> AggregateBy<TKey, TState>(
        Func<TEvent, TKey> keySelector,
        Func<TKey, TState> seed,
        Func<TState, TEvent, TState> func,
        Func<TState, TState, TState>? combine = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        _layer.Shape.Check(nameof(AggregateBy), combine is not null);
        return KeyedFlows.Aggregate(
            AtOwners(nameof(AggregateBy), keySelector, comparer),
            isAtOwners: true,
            Folding.Rule(nameof(AggregateBy), KeyHash.For(comparer), seed, func, combine),
            keySelector);
    }

    /// <summary>The events of every key and window, a group of each.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="order">The order of the events of a group.</param>
    /// <exception cref="InvalidOperationException">Operators stand between, and the stages do not own keys.</exception>
    public Flow<IGrouping<TKey, TEvent>> GroupBy<TKey>(
        Func<TEvent, TKey> keySelector,
        IEqualityComparer<TKey>? comparer = null,
        GroupOrder order = GroupOrder.Arrival) => GroupBy(keySelector, static item => item, comparer, order);

    /// <summary>What is made of the events of every key and window, a group of each.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="elementSelector">What is made of an event.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="order">The order of the elements of a group.</param>
    /// <exception cref="InvalidOperationException">Operators stand between, and the stages do not own keys.</exception>
    public Flow<IGrouping<TKey, TElement>> GroupBy<TKey, TElement>(
        Func<TEvent, TKey> keySelector,
        Func<TEvent, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer = null,
        GroupOrder order = GroupOrder.Arrival)
    {
        ArgumentNullException.ThrowIfNull(elementSelector);
        return KeyedFlows.Group(
            AtOwners(nameof(GroupBy), keySelector, comparer),
            isAtOwners: true,
            nameof(GroupBy),
            keySelector,
            elementSelector,
            comparer,
            order);
    }

    /// <summary>The first of all events of a window that are the same, as soon as it comes.</summary>
    /// <remarks>
    /// What follows in the same stages still works window by window. Where a window that fires forgets what it had, it
    /// forgets what has come, too.
    /// </remarks>
    /// <param name="comparer">Which events are the same; as they have it by default. None is null.</param>
    /// <exception cref="InvalidOperationException">Operators stand between, and the stages do not own keys.</exception>
    public Flow<TEvent> Distinct(IEqualityComparer<TEvent>? comparer = null) =>
        Distinct(nameof(Distinct), static item => item, comparer);

    /// <summary>The first event of every key and window, as soon as it comes.</summary>
    /// <remarks>
    /// What follows in the same stages still works window by window. Where a window that fires forgets what it had, it
    /// forgets what has come, too.
    /// </remarks>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <exception cref="InvalidOperationException">Operators stand between, and the stages do not own keys.</exception>
    public Flow<TEvent> DistinctBy<TKey>(
        Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer = null) =>
        Distinct(nameof(DistinctBy), keySelector, comparer);

    private static Layer<TEvent> Open(Flow<TEvent> flow, Window<TEvent> window) =>
        flow.Unreduced(nameof(Flow<>.Window)).In(window, nameof(Flow<>.Window));

    private Flow<TEvent> Distinct<TKey>(
        string name, Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer) => KeyedFlows.Distinct(
            AtOwners(name, keySelector, comparer), isAtOwners: true, name, KeyHash.For(comparer), keySelector);

    private Layer<TEvent> AtOwners<TKey>(
        string name, Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return IsAtOwners
            ? _layer
            : _before is null
            ? throw new InvalidOperationException(
                $"Expected {name} right after {nameof(Flow<>.Window)}, or after {nameof(Flow<>.PartitionBy)}, got operators "
                + $"between. A key's events have to meet before they are put into windows. Call "
                + $"{nameof(Flow<>.PartitionBy)} before {nameof(Flow<>.Window)}.")
            : _before(flow => flow.PartitionBy(keySelector, comparer: comparer));
    }
}
