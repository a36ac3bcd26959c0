using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Takes note of what it gets; by hand it requests as many as it has handled.</summary>
internal sealed class StormConsumer : Consumer<int>
{
    private readonly StageState _state;
    private readonly SubscribeTo[] _subscriptions;
    private readonly HashSet<SubscriptionId> _current = [];
    private readonly Func<IActorRef, Wire> _wireTo;
    private readonly List<(SubscriptionId Id, long Number)> _open = [];

    public StormConsumer(StageState state, SubscribeTo[] subscriptions, Func<IActorRef, Wire> wireTo)
        : base(subscriptions)
    {
        _state = state;
        _subscriptions = subscriptions;
        _wireTo = wireTo;
        Receive<Act>(act => act.Kind == ActKind.Crash, _ => state.IsToFail = true);
        Receive<Act>(act => act.Kind == ActKind.Subscribe, _ => SubscribeAgain());
        Receive<Act>(act => act.Kind == ActKind.Cancel, _ => CancelAll());
        Receive<Settle>(_ => SettleSome());
    }

    private sealed record Settle;

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        _current.Add(subscription.Id);
        if (!_wireTo(subscription.Producer).IsManual)
        {
            return SubscriptionMode.Automatic;
        }

        Request(subscription.Id, subscription.Options.MaxDemand);
        return SubscriptionMode.Manual;
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        _current.Remove(subscription.Id);

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _state.FailIfTold();
        if (From is { } from)
        {
            var producer = from.Producer.Path.Name;
            _state.HandledFrom[producer] = _state.HandledFrom.GetValueOrDefault(producer) + events.Length;
            if (_wireTo(from.Producer).Confirmation == Confirmation.ByHand)
            {
                Keep(from, events);
                return;
            }

            foreach (var item in events)
            {
                _state.Handled.Add(new(item, from.Id, Attempt));
            }
            if (_wireTo(from.Producer).IsManual)
            {
                Request(from.Id, events.Length);
            }
        }
    }

    // Later and out of order; the first time, every fifth goes back.
    private void Keep(ProducerSubscription from, ReadOnlySpan<int> events)
    {
        for (var index = 0; index < events.Length; index++)
        {
            var number = Number + index;
            if (Attempt == 1 && events[index] % 5 == 3)
            {
                Reject(from.Id, number);
                continue;
            }

            _state.Handled.Add(new(events[index], from.Id, Attempt));
            _open.Insert(_open.Count / 2, (from.Id, number));
        }

        if (_wireTo(from.Producer).IsManual)
        {
            Request(from.Id, events.Length);
        }

        Self.Tell(new Settle(), Self);
    }

    private void SettleSome()
    {
        foreach (var (id, number) in _open.Take(3))
        {
            Confirm(id, number);
        }

        _open.RemoveRange(0, Math.Min(3, _open.Count));
        if (_open.Count > 0)
        {
            Self.Tell(new Settle(), Self);
        }
    }

    private void SubscribeAgain()
    {
        foreach (var to in _subscriptions)
        {
            Subscribe(to);
        }
    }

    private void CancelAll()
    {
        foreach (var id in _current)
        {
            Cancel(id, EndReason.Normal);
        }
    }
}
