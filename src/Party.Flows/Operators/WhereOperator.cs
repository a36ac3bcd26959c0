namespace Party.Flows.Operators;

/// <summary>Hands on the events that a condition holds for.</summary>
internal sealed class WhereOperator<TEvent>(Func<TEvent, bool> predicate, Operator<TEvent> following)
    : Operator<TEvent, TEvent>(following)
{
    private TEvent[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TEvent> events)
    {
        var kept = Room(ref _room, events.Length);
        var count = 0;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                if (predicate(events[index]))
                {
                    kept[count++] = events[index];
                }
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(nameof(Flow<>.Where), events[index], error);
        }

        if (count > 0)
        {
            Following.Next(kept[..count]);
        }
    }
}
