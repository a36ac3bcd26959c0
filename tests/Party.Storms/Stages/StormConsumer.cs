using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;
using Party.Storms.Defects;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>Takes note of what it gets; by hand it requests as many as it has handled.</summary>
internal sealed class StormConsumer : Consumer<int>
{
    private readonly StageState _state;
    private readonly SubscribeTo[] _subscriptions;
    private readonly Func<IActorRef, Wire> _wireTo;
    private readonly List<(SubscriptionId Id, long Number)> _open = [];
    private readonly List<(SubscriptionId Id, int Demand)> _unasked = [];

    public StormConsumer(StageState state, SubscribeTo[] subscriptions, Func<IActorRef, Wire> wireTo)
        : base(state.HasJoined ? subscriptions : [])
    {
        _state = state;
        _state.IsGone = false;
        _state.Current.Clear();
        _subscriptions = subscriptions;
        _wireTo = wireTo;
        Receive<Act>(act => act.Kind == ActKind.Crash, act => state.Failing = act.Then);
        Receive<Act>(act => act.Kind == ActKind.Subscribe, _ => SubscribeAgain());
        Receive<Act>(act => act.Kind == ActKind.Cancel, _ => CancelAll());
        Receive<Act>(act => act.Kind == ActKind.Thaw, _ => GoOn());
        Receive<Settle>(_ => SettleSome());
    }

    private sealed record Settle;

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

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        var from = From!;
        var wire = _wireTo(from.Producer);
        try
        {
            Handle(events, from, wire);
        }
        catch (StormException told) when (wire.IsManual && told.Then == Directive.Resume)
        {
            Ask(from.Id, events.Length);
            throw;
        }

        if (wire.IsManual)
        {
            Ask(from.Id, events.Length);
        }
    }

    private void Ask(SubscriptionId id, int demand)
    {
        if (_state.Frozen is not null)
        {
            _unasked.Add((id, demand));
        }
        else
        {
            Request(id, demand);
        }
    }

    private void GoOn()
    {
        foreach (var (id, demand) in _unasked.Where(one => _state.Current.ContainsKey(one.Id)))
        {
            Request(id, demand);
        }

        _unasked.Clear();
        SettleSome();
    }

    private void Handle(ReadOnlySpan<int> events, ProducerSubscription from, Wire wire)
    {
        if (wire.Confirmation == Confirmation.ByHand)
        {
            Keep(from, events);
        }
        else
        {
            _state.Handle(events, wire.To, from.Id, Attempt);
        }
    }

    // Later and out of order; the first time, every fifth goes back.
    private void Keep(ProducerSubscription from, ReadOnlySpan<int> events)
    {
        var producer = from.Producer.Path.Name;
        if (_state.Defect == StageDefect.ConfirmsEarly)
        {
            for (var index = 0; index < events.Length; index++)
            {
                Confirm(from.Id, Number + index);
            }
        }

        _state.FailIfTold(events, producer, from.Id, Attempt);
        for (var index = 0; index < events.Length; index++)
        {
            var number = Number + index;
            if (Attempt == 1 && events[index] % 5 == 3 && _state.Defect == StageDefect.None)
            {
                _state.NoteRejected(events[index], producer);
                Reject(from.Id, number);
                continue;
            }

            _state.Note(events.Slice(index, 1), producer, from.Id, Attempt);
            _open.Insert(_open.Count / 2, (from.Id, number));
        }

        Self.Tell(new Settle(), Self);
    }

    private void SettleSome()
    {
        if (_state.Frozen is not null)
        {
            return;
        }

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
