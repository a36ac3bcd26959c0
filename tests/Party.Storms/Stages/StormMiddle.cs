using Party.Actors;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Hands on what it gets, but what it does not want.</summary>
internal sealed class StormMiddle : ProducerConsumer<int, int>
{
    private readonly StageState _state;

    public StormMiddle(StageState state, ProducerOptions<int> options, SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        _state = state;
        _state.Books = () => Books;
        Receive<Act>(act => act.Kind == ActKind.Crash, _ => state.IsToFail = true);
        Receive<Act>(act => act.Kind == ActKind.Inform, _ => { });
    }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _state.FailIfTold();
        foreach (var item in events)
        {
            _state.Handled.Add(item);
            if (item % 5 != _state.Plan.Unwanted)
            {
                Emit(item);
            }
        }
    }
}
