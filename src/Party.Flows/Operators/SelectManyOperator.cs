namespace Party.Flows.Operators;

/// <summary>Makes any number of events of every event, and hands them on some hundreds at a time.</summary>
internal sealed class SelectManyOperator<TIn, TOut>(Func<TIn, IEnumerable<TOut>> selector, Operator<TOut> following)
    : Operator<TIn, TOut>(following)
{
    private readonly Batch<TOut> _made = new(following);

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TIn> events)
    {
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                foreach (var item in selector(events[index]) ?? throw Batch.NoSequence())
                {
                    _made.Add(item);
                }
            }
        }
        catch (Exception error) when (error is not FlowException)
        {
            throw FlowException.In(nameof(Flow<>.SelectMany), events[index], error);
        }

        _made.Flush();
    }
}
