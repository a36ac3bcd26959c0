using Party.Flows.Operators;

namespace Party.Flows.Placing;

/// <summary>Finds the stage of every event. Those that have none are left out.</summary>
/// <param name="name">The operator, as it is called in code.</param>
/// <param name="stageOf">From an event to the index of its stage, or −1.</param>
/// <param name="stages">How many stages there are.</param>
/// <param name="following">The step that gets them.</param>
internal sealed class PlaceOperator<TEvent>(
    string name, Func<TEvent, int> stageOf, int stages, Operator<Placed<TEvent>> following)
    : Operator<TEvent, Placed<TEvent>>(following)
{
    private Placed<TEvent>[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TEvent> events)
    {
        var placed = Room(ref _room, events.Length);
        var count = 0;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                var stage = stageOf(events[index]);
                if (stage >= 0 && stage < stages)
                {
                    placed[count++] = new(stage, events[index]);
                }
                else if (stage != -1)
                {
                    throw new InvalidOperationException(
                        $"Expected a stage of [0..{stages - 1}], or -1 for none, got {stage}.");
                }
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(name, events[index], error);
        }

        if (count > 0)
        {
            Following.Next(placed[..count]);
        }
    }
}
