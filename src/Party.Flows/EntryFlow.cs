using Party.Flows.Building;
using Party.Flows.Operators;

namespace Party.Flows;

/// <summary>A flow at the entry of its stages, where the batches in which events come can still be seen.</summary>
public sealed class EntryFlow<TEvent> : Flow<TEvent>
{
    internal EntryFlow(Layer<TEvent> layer)
        : base(layer)
    {
    }

    /// <summary>
    /// Makes a batch of every batch that comes in: at most max-demand − min-demand events, as it was sent.
    /// </summary>
    /// <param name="selector">It gets a list of its own, never an empty one.</param>
    public EntryFlow<TResult> SelectBatch<TResult>(Func<IReadOnlyList<TEvent>, IEnumerable<TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(Layer.Then<TResult>(
            Layer.Shape.Then(nameof(SelectBatch)) with { KeepsBatches = true },
            (_, following) => new SelectBatchOperator<TEvent, TResult>(selector, following)));
    }
}
