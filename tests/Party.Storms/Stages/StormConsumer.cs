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

    public StormConsumer(StageState state, SubscribeTo[] subscriptions, Func<IActorRef, Wire> wireTo)
        : base(subscriptions)
    {
        _state = state;
        _subscriptions = subscriptions;
        _wireTo = wireTo;
        Receive<Act>(act => act.Kind == ActKind.Crash, _ => state.IsToFail = true);
        Receive<Act>(act => act.Kind == ActKind.Subscribe, _ => SubscribeAgain());
        Receive<Act>(act => act.Kind == ActKind.Cancel, _ => CancelAll());
    }

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
        foreach (var item in events)
        {
            _state.Handled.Add(item);
        }

        if (From is { } from)
        {
            var producer = from.Producer.Path.Name;
            _state.HandledFrom[producer] = _state.HandledFrom.GetValueOrDefault(producer) + events.Length;
            if (_wireTo(from.Producer).IsManual)
            {
                Request(from.Id, events.Length);
            }
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
