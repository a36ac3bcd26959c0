using Party.Actors;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Hands on what it gets, but what it does not want.</summary>
internal sealed class StormMiddle : ProducerConsumer<int, int>
{
    private readonly StageState _state;
    private readonly List<(HeldBatch Batch, int[] Items)> _held = [];

    public StormMiddle(StageState state, ProducerOptions<int> options, SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        _state = state;
        _state.Books = () => Books;
        Receive<Act>(act => act.Kind == ActKind.Crash, _ => state.IsToFail = true);
        Receive<Act>(act => act.Kind == ActKind.Inform, _ => { });
    }

    protected override Holding Holding => new(_state.Plan.Wires.Sum(static wire => wire.MaxDemand), UntilTimer: true);

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _state.FailIfTold();
        foreach (var item in events)
        {
            _state.Handled.Add(new(item, From!.Id, Attempt));
        }

        if (_held.Sum(static one => one.Items.Length) + events.Length <= _state.Plan.Holds)
        {
            _held.Add((Hold(), events.ToArray()));
            return;
        }

        foreach (var (batch, items) in _held)
        {
            EmitWanted(items);
            Release(batch);
        }

        _held.Clear();
        EmitWanted(events);
    }

    private void EmitWanted(ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            if (item % 5 != _state.Plan.Unwanted)
            {
                Emit(item);
            }
        }
    }
}
