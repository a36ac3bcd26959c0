using Party.Actors;
using Party.Storms.Defects;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Hands on what it gets, but what it does not want.</summary>
internal sealed class StormMiddle : ProducerConsumer<int, int>
{
    private readonly StageState _state;
    private readonly List<(HeldBatch? Batch, int[] Items)> _held = [];

    public StormMiddle(StageState state, ProducerOptions<int> options, SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        _state = state;
        _state.IsGone = false;
        _state.Current.Clear();
        _state.Books = () => Books;
        Receive<Act>(act => act.Kind == ActKind.Crash, act => state.Failing = act.Then);
        Receive<Act>(act => act.Kind == ActKind.Inform, _ => { });
        Receive<Act>(act => act.Kind == ActKind.Flush, _ => EmitHeld());
    }

    protected override Holding Holding => new(_state.Plan.Wires.Sum(static wire => wire.MaxDemand), UntilTimer: true);

    protected override void PostStop() => _state.IsGone = true;

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        _state.Current.Add(subscription.Id, subscription.Producer.Path.Name);
        return SubscriptionMode.Automatic;
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        _state.Current.Remove(subscription.Id);

    protected override void OnDraining() => EmitHeld();

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _state.Handle(events, From!.Producer.Path.Name, From.Id, Attempt);
        if (!_state.IsFlushing
            && _held.Sum(static one => one.Items.Length) + events.Length <= _state.Plan.Holds)
        {
            Keep(events);
            return;
        }

        EmitHeld();
        EmitWanted(events);
    }

    // Whatever feeds it may be able to send no more before some of it is handled, so it is kept back for a time only.
    private void Keep(ReadOnlySpan<int> events)
    {
        if (_held.Count == 0)
        {
            Context.System.Scheduler.ScheduleTellOnce(
                TimeSpan.FromSeconds(1), Self, new Act(ActKind.Flush, _state.Plan.Name, Count: 1, Steps: 0), Self);
        }

        var batch = _state.Defect == StageDefect.KeepsInSecret ? null : Hold();
        _held.Add((batch, events.ToArray()));
        if (_state.Defect == StageDefect.ReleasesEarly && batch is not null)
        {
            Release(batch);
        }
    }

    private void EmitHeld()
    {
        foreach (var (batch, items) in _held)
        {
            EmitWanted(items);
            if (batch is { IsReleased: false })
            {
                Release(batch);
            }
        }

        _held.Clear();
    }

    private void EmitWanted(ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            if (!_state.Plan.IsUnwanted(item))
            {
                _state.Emitted.Add(item);
                Emit(item);
            }
        }
    }
}
