namespace Party.Flows.Operators;

/// <summary>Makes a batch of every batch that comes in.</summary>
internal sealed class SelectBatchOperator<TIn, TOut>(
    Func<IReadOnlyList<TIn>, IEnumerable<TOut>> selector, Operator<TOut> following) : Operator<TIn, TOut>(following)
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TIn> events)
    {
        TOut[] made;
        try
        {
            made = [.. selector(events.ToArray())];
        }
        catch (Exception error)
        {
            throw FlowException.InBatch(nameof(EntryFlow<>.SelectBatch), events[0], events.Length, error);
        }

        if (made.Length > 0)
        {
            Following.Next(made);
        }
    }
}
