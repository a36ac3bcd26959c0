namespace Party.Flows.Operators;

/// <summary>Makes one event of every event.</summary>
internal sealed class SelectOperator<TIn, TOut>(Func<TIn, TOut> selector, Operator<TOut> following)
    : Operator<TIn, TOut>(following)
{
    private TOut[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TIn> events)
    {
        var made = Room(ref _room, events.Length);
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                made[index] = selector(events[index]);
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(nameof(Flow<>.Select), events[index], error);
        }

        Following.Next(made);
    }
}
