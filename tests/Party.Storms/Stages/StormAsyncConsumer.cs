using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Takes note of what it gets after a while, or never.</summary>
internal sealed class StormAsyncConsumer : AsyncConsumer<int>
{
    private readonly StageState _state;
    private readonly SubscribeTo[] _subscriptions;
    private readonly Func<IActorRef, Wire> _wireTo;

    public StormAsyncConsumer(StageState state, SubscribeTo[] subscriptions, Func<IActorRef, Wire> wireTo)
        : base(state.HasJoined ? subscriptions : [])
    {
        (_state, _subscriptions, _wireTo) = (state, subscriptions, wireTo);
        _state.IsGone = false;
        _state.Current.Clear();
        Receive<Act>(act => act.Kind == ActKind.Crash, act => state.Failing = act.Then);
        Receive<Act>(act => act.Kind == ActKind.Stick, _ => state.IsSticking = true);
        Receive<Act>(act => act.Kind == ActKind.Subscribe, _ => SubscribeAgain());
        Receive<Act>(act => act.Kind == ActKind.Cancel, _ => CancelAll());
    }

    protected override void PostStop() => _state.IsGone = true;

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        _state.Current.Add(subscription.Id, subscription.Producer.Path.Name);
        if (!_wireTo(subscription.Producer).IsManual)
        {
            return SubscriptionMode.Automatic;
        }

        Request(subscription.Id, subscription.Options.MaxDemand);
        return SubscriptionMode.Manual;
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        _state.Current.Remove(subscription.Id);

    protected override async ValueTask HandleEventsAsync(
        IReadOnlyList<int> events, CancellationToken cancellationToken)
    {
        var from = From!;
        if (_state.IsSticking)
        {
            await new TaskCompletionSource().Task;
        }

        await Task.Yield();
        await (_state.Frozen?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        try
        {
            _state.Handle([.. events], from.Producer.Path.Name, from.Id, Attempt);
        }
        catch (StormException told) when (_wireTo(from.Producer).IsManual && told.Then == Directive.Resume)
        {
            Request(from.Id, events.Count);
            throw;
        }

        if (_wireTo(from.Producer).IsManual)
        {
            Request(from.Id, events.Count);
        }
    }

    private void SubscribeAgain()
    {
        _state.HasJoined = true;
        foreach (var to in _subscriptions)
        {
            Subscribe(to);
        }
    }

    private void CancelAll()
    {
        foreach (var id in _state.Current.Keys)
        {
            Cancel(id, EndReason.Normal);
        }
    }
}
