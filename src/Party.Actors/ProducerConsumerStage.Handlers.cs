using Party.Actors.Consuming;
using Party.Actors.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <content>What its two sides ask of it.</content>
public abstract partial class ProducerConsumerStage<TIn, TOut>
{
    bool IEventHandler<TIn>.IsStopping => _stopReason is not null;

    // What has come in before a drain is handled, whether anybody wants what comes of it or not.
    bool IEventHandler<TIn>.IsReady => _producing.Ledger.Owed > 0 || _consuming.IsDraining;

    bool IEventHandler<TIn>.IsAsync => IsAsync;

    bool IEventHandler<TIn>.IsEmitting => true;

    void IEventHandler<TIn>.Check(SubscribeTo to)
    {
        ByHand.Refuse(
            to,
            "a stage between two others",
            "What it is sent is confirmed when all that it emits for it has been. Set confirmation, and hold batches "
            + "back instead.");
        if (to.Options.Delivery == DeliveryMode.AtLeastOnce && !Holding.UntilTimer
            && Holding.AtMost >= to.Options.MaxDemand)
        {
            throw new ArgumentException(
                $"Expected a stage that holds fewer events than max-demand, got one that holds up to {Holding.AtMost} "
                + $"with max-demand {to.Options.MaxDemand}. It would wait for events that are not sent before the "
                + "held ones are confirmed. Raise max-demand, hold less, or release by a timer.");
        }
    }

    SubscriptionMode IEventHandler<TIn>.OnSubscribe(ProducerSubscription subscription) =>
        _producing.Within(() => OnSubscribe(subscription));

    void IEventHandler<TIn>.OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        _producing.Enter();
        try
        {
            OnCancel(subscription, cancellation);
        }
        finally
        {
            _producing.Leave();
        }
    }

    // What was made of the events before it may still wait: the message goes on waiting behind that.
    void IEventHandler<TIn>.OnDue(object message) => _producing.Inform(message);

    void IEventHandler<TIn>.OnHandled() => _producing.Leave();

    void IEventHandler<TIn>.OnFree() => _producing.CallLater();

    void IEventHandler<TIn>.HandleEvents(ReadOnlySpan<TIn> events)
    {
        _producing.Enter(_consuming.Batch);
        try
        {
            Handle(events);
        }
        finally
        {
            _producing.Leave();
        }
    }

    ValueTask IEventHandler<TIn>.HandleEventsAsync(IReadOnlyList<TIn> events, CancellationToken cancellationToken)
    {
        _producing.Enter(_consuming.Batch);
        return HandleAsync(events, cancellationToken);
    }

    void IProducerHandler.HandleDemand(DemandIncrement demand) => _consuming.Work();

    void IProducerHandler.OnSubscribe(ConsumerSubscription subscription) => OnSubscribe(subscription);

    void IProducerHandler.OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
        OnCancel(subscription, cancellation);

    bool IProducerHandler.IsBusy => _consuming.IsBusy;

    string? IProducerHandler.Upstream => _consuming.Upstream;

    bool IProducerHandler.IsSettled => _consuming.IsSettled;

    bool IProducerHandler.IsStalled => _consuming.IsStalled;

    void IProducerHandler.OnDraining() => _producing.Within(() =>
    {
        OnDraining();
        return true;
    });

    bool IProducerHandler.OnDiscarded(int count) => OnDiscarded(count);
}
