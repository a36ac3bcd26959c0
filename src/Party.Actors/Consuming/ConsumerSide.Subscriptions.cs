using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <content>What it is subscribed to.</content>
internal sealed partial class ConsumerSide<TEvent>
{
    /// <summary>Subscribes; the producer is asked for events when it answers.</summary>
    public SubscriptionId Subscribe(SubscribeTo to) => Subscribe(to, ActorRefs.Nobody, replacing: null);

    /// <summary>Requests events by hand.</summary>
    public void Request(SubscriptionId id, int demand)
    {
        if (demand < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(demand), demand, $"Expected a request for 0 events or more, got {demand} for {id}.");
        }

        if (!_links.TryGetValue(id, out var link) || !link.IsAdmitted || link.IsOver || link.IsLeaving)
        {
            _log.UnknownSubscription(id, demand, _links.Keys);
        }
        else if (demand > 0)
        {
            link.Ledger.Request(demand);
            link.Children?.Request(demand);
            link.Producer.Tell(link.Request(demand), _self);
        }
    }

    /// <summary>
    /// Cancels a subscription: what is on its way is still handled. One that is unknown is none already.
    /// </summary>
    public void Cancel(SubscriptionId id, EndReason reason)
    {
        if (FindPending(id) is { } wish)
        {
            Forget(wish, reason);
        }
        else if (Find(id) is { IsOver: true } over)
        {
            over.IsLeaving = true;
        }
        else if (Find(id) is { IsLeaving: false } link)
        {
            link.IsLeaving = true;
            link.Producer.Tell(new Cancel(link.Id, reason, link.Handled, Phase: CancelPhase.Asked), _self);
        }
    }

    /// <summary>Ends every subscription from this side, saying how far its events were handled.</summary>
    public void Leave(EndReason reason)
    {
        _isLeaving = true;
        Handling?.Leave();
        EndBudget();
        foreach (var link in _links.Values)
        {
            SayNews(link);
            var failed = _unfinished?.Link == link ? _unfinished.Failed : 0;
            link.Producer.Tell(new Cancel(link.Id, reason, link.Handled, failed, CancelPhase.Down), _self);
            link.Wish.Answer(link.Wish.Failure(reason), _self);
        }

        foreach (var wish in _pending)
        {
            wish.StopWaiting();
            wish.Answer(wish.Failure(reason), _self);
        }

        _links.Clear();
        _pending.Clear();
    }

    private SubscriptionId Subscribe(SubscribeTo to, IActorRef asker, MakeSubscription? replacing)
    {
        handler.Check(to);
        _ = to.Options.EffectiveMinDemand();
        var wish = new Wish(_system.NextSubscription(), to, asker, replacing);
        if (FindPending(wish.Old) is { } pending)
        {
            Forget(pending, wish.ReasonOfOld ?? EndReason.Normal);
        }

        if (_departure is { HasBegun: true })
        {
            wish.Answer(wish.Failure(EndReason.Shutdown), _self);
            return wish.Id;
        }

        Pursue(wish);
        return wish.Id;
    }

    private void Make(Wish wish)
    {
        var link = new ProducerLink(wish.Name(_system), wish);
        _links.Add(link);
        context.Watch(link.Producer);

        var old = wish.Old;
        if (!old.IsNone && Find(old) is { } replaced && replaced.Producer.Equals(link.Producer))
        {
            replaced.IsLeaving = true;
            old = replaced.Id;
        }

        link.Producer.Tell(new Subscribe(link.Id, wish.To.Options, old, wish.ReasonOfOld), _self);
    }

    private void On(MakeSubscription make, IActorRef asker)
    {
        try
        {
            Subscribe(make.To, asker, make);
        }
        catch (ArgumentException error)
        {
            _log.BadOptions(error.Message, asker);
            asker.Tell(new Status.Failure(error), _self);
        }
    }

    private void On(Subscribed subscribed)
    {
        if (!_links.TryGetValue(subscribed.Id, out var link) || link.IsAdmitted)
        {
            return;
        }

        _log.Subscribed(link);
        link.IsAdmitted = true;
        Admitted(link.Wish);
        var isManual = handler.OnSubscribe(link.Public) == SubscriptionMode.Manual;
        link.IsManual = isManual && !handler.IsSupervisor;
        if (handler.IsEmitting && link.IsRetained)
        {
            link.BeginWithBatches();
        }

        if (isManual || link.IsByHand)
        {
            link.Ledger.BeginManually();
        }

        if (handler.IsSupervisor || link.IsByHand)
        {
            link.BeginWithChildren(isAsking: !link.IsManual);
            Ask(link.Id);
        }
        else if (!isManual && !link.IsLeaving && !link.IsOver)
        {
            link.Producer.Tell(link.Request(link.Ledger.Begin()), _self);
        }
    }

    private void On(Cancelled cancelled, IActorRef sender)
    {
        if (!_links.TryGetValue(cancelled.Id, out var link))
        {
            // A subscription of the actor before a restart; its producer still waits for the last word.
            sender.Tell(new Cancel(cancelled.Id, EndReason.Normal), _self);
        }
        else if (!link.IsOver)
        {
            if (cancelled.IsDown)
            {
                link.Wish.Lose();
            }

            Take(link, new(cancelled.Reason, cancelled.IsDown));
        }
    }

    private void On(SubscriptionRejected rejected)
    {
        if (!_links.TryGetValue(rejected.Id, out var link) || link.IsOver)
        {
            return;
        }

        link.Refusal = rejected.Refusal;
        link.IsLeaving |= rejected.Refusal == Refusal.AlreadySubscribed;
        var reason = rejected.Refusal switch
        {
            Refusal.Draining => EndReason.Shutdown,
            _ => EndReason.Failure(rejected.Reason),
        };
        if (!MayTryAgain(link, reason))
        {
            link.Wish.Answer(rejected with { Id = link.Wish.Id }, _self);
        }

        Take(link, new(reason, IsDown: false));
    }

    private void On(IActorRef gone)
    {
        foreach (var link in _links.Values.Where(link => link.Producer.Equals(gone) && !link.IsOver).ToList())
        {
            var reason = EndReason.Failure("the producer is gone");
            link.Wish.Lose();
            if (!MayTryAgain(link, reason))
            {
                link.Wish.Answer(link.Wish.Failure(reason), _self);
            }

            Take(link, new(reason, IsDown: true));
        }
    }

    // The end comes after the events that came before it.
    private void Take(ProducerLink link, Cancellation cancellation)
    {
        link.IsOver = true;
        if (IsIdle && !IsBusy && _unfinished is null)
        {
            Conclude(link, cancellation);
        }
        else
        {
            Enqueue(new Ended(link, cancellation));
        }
    }

    private void Conclude(ProducerLink link, Cancellation cancellation)
    {
        link.IsConcluded = true;
        EndIfFinished(link);
        var goesOn = TryAgain(link, cancellation.Reason);
        if (goesOn && !link.IsAdmitted)
        {
            return;
        }

        if (!goesOn)
        {
            link.Wish.Answer(link.Wish.Failure(cancellation.Reason), _self);
        }

        handler.OnCancel(link.Public, cancellation with { SubscribesAgain = goesOn });
        if (!goesOn && !link.IsLeaving && cancellation.Reason.Kind != EndKind.Replaced)
        {
            React(link, cancellation);
        }
    }

    private void Refuse(Subscribe subscribe, IActorRef sender)
    {
        var reason = $"Expected a producer, got {_self.Path}, which only consumes. Subscribe to another.";
        _log.Refused(subscribe.Id, sender, reason);
        sender.Tell(new SubscriptionRejected(subscribe.Id, Refusal.NoProducer, reason), _self);
    }

    private void End(ProducerLink link, EndReason reason)
    {
        SayNews(link);
        _log.Ended(link, reason);
        _links.Remove(link);
        link.Producer.Tell(new Cancel(link.Id, reason, link.Handled), _self);
        if (!IsProducer(link.Producer))
        {
            context.Unwatch(link.Producer);
        }

        AnswerIfDrained();
    }

    private bool IsProducer(IActorRef stage) => _links.Values.Any(link => link.Producer.Equals(stage));

    // GenStage's table of cancel modes; a failure is thrown, so that the supervisor decides.
    private void React(ProducerLink link, Cancellation cancellation)
    {
        if (IsDraining)
        {
            return;
        }

        var reason = cancellation.Reason;
        switch (link.Mode)
        {
            case CancelMode.Permanent when reason.IsBenign && link.IsAtWork && !cancellation.IsDown:
                StopReason = reason;
                _lastAtWork = link;
                break;
            case CancelMode.Permanent when reason.IsBenign:
                StopReason = reason;
                StopInOrder();
                break;
            case CancelMode.Permanent or CancelMode.Transient when !reason.IsBenign && link.Wish.IsAgain:
                _log.InVain(link, reason);
                StopReason = reason;
                StopInOrder();
                break;
            case CancelMode.Permanent or CancelMode.Transient when !reason.IsBenign:
                throw link.Wish.ErrorOf(reason);
            default:
                break;
        }
    }
}
