using Party.Flows.Operators;

namespace Party.Flows.Placing;

/// <summary>Hands on events that have come to the stage they were placed in.</summary>
internal sealed class ArriveOperator<TEvent>(Operator<TEvent> following)
    : Operator<Placed<TEvent>, TEvent>(following)
{
    private TEvent[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Placed<TEvent>> events)
    {
        var arrived = Room(ref _room, events.Length);
        for (var index = 0; index < events.Length; index++)
        {
            arrived[index] = events[index].Item;
        }

        Following.Next(arrived);
    }
}
