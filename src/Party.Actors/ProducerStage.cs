using Akka.Actor;
using Party.Actors.Awaiting;
using Party.Actors.Producing;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;

namespace Party.Actors;

/// <summary>What <see cref="Producer{TEvent}"/> and <see cref="AsyncProducer{TEvent}"/> have in common.</summary>
/// <remarks>
/// <para>
/// It is an ordinary actor besides: it may register handlers for messages of its own, become, stash, and emit from any
/// of them. What is emitted beyond what was asked for goes to the stage buffer, and is served first.
/// </para>
/// <para>
/// A restart keeps the stage's subscriptions, demand, parked and owed events; the new actor is asked again for what the
/// old one still owed. Only a stop ends them, and then every consumer is told.
/// </para>
/// </remarks>
public abstract class ProducerStage<TEvent> : ReceiveActor, IProducerHandler
{
    private Exception? _error;
    private Handling? _handling;

    private protected ProducerStage(ProducerOptions<TEvent> options) => Side = StageSystem.Of(Context.System)
        .BooksOf(Self, () => new ProducerSide<TEvent>(Context, options));

    /// <summary>
    /// The partitions that events are shared out over, by the indexes that demand comes with: each keeps its own for
    /// ever. Those that were removed while events flowed are among them.
    /// </summary>
    protected PartitionNames Partitions => Side.Ledger.Partitions;

    /// <summary>Where every event that this stage ever emitted is now.</summary>
    protected ProducerBooks Books => Side.Ledger.Balance();

    /// <summary>
    /// Whether the stage is being drained: nothing is asked of it any more, and what it emits is not wanted.
    /// </summary>
    protected bool IsDraining => Side.IsDraining;

    /// <summary>Whether demand, and what is emitted, flows or waits.</summary>
    protected DemandMode DemandMode => Side.Ledger.Mode;

    /// <summary>Why this stage stops; null while it was not told to by <see cref="Stop"/>.</summary>
    protected EndReason? StopReason { get; private set; }

    private protected ProducerSide<TEvent> Side { get; }

    /// <summary>What runs handlers that wait.</summary>
    private protected Handling Handling => _handling ??= new(Context, End, GoOn);

    private bool IsBusy => _handling is { IsBusy: true };

    /// <summary>The demand of one partition: requested by its consumers and not yet handed on.</summary>
    /// <param name="partition">Its index in <see cref="Partitions"/>.</param>
    protected long Outstanding(int partition) => Side.Ledger.OutstandingOf(partition);

    /// <summary>
    /// Changes the partitions, or the map to them, when the message at hand has been handled. What it came to is
    /// published as <see cref="PartitionsChanged"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The change is refused, and nothing was changed.</exception>
    protected void ChangePartitions(PartitionChange<TEvent> change)
    {
        _handling?.Check();
        Side.ChangePartitions(change);
    }

    /// <summary>A consumer has subscribed. What is emitted here waits for its request, as any event does.</summary>
    /// <param name="subscription">The subscription.</param>
    protected virtual void OnSubscribe(ConsumerSubscription subscription)
    {
    }

    /// <summary>A consumer's subscription has ended; it gets nothing any more.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellation">Why, and whether the consumer is gone.</param>
    protected virtual void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
    {
    }

    /// <summary>
    /// The stage is being drained: emit now what you keep back of your own; nothing is asked for any more.
    /// </summary>
    protected virtual void OnDraining()
    {
    }

    /// <summary>The stage buffer was full, and dropped events.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Whether to say so in the log; true by default.</returns>
    protected virtual bool OnDiscarded(int count) => true;

    /// <summary>Emits an event. From then on it is accounted for, even if the callback fails.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler that waited has outlived its actor, or goes on elsewhere. The event is not emitted.
    /// </exception>
    protected void Emit(TEvent item)
    {
        _handling?.Check();
        Side.Emit(item);
    }

    /// <summary>Emits events, in order. From then on they are accounted for, even if the callback fails.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler that waited has outlived its actor, or goes on elsewhere. The events are not emitted.
    /// </exception>
    protected void Emit(params ReadOnlySpan<TEvent> items)
    {
        _handling?.Check();
        Side.Emit(items);
    }

    /// <summary>Lets a message come to this stage when every event that waits now has gone.</summary>
    protected void Inform(object message) => Self.Tell(new Inform(message), Self);

    /// <summary>Stops this stage, and tells every consumer why. What waits in it is lost, and said so.</summary>
    protected void Stop(EndReason reason)
    {
        _handling?.Check();
        End(reason);
    }

    /// <summary>
    /// Stops this stage when every event that it has emitted was handed on and, where it is delivered at least once,
    /// confirmed; then every consumer is told why. What comes back until then is handed on again.
    /// </summary>
    /// <remarks>
    /// The stage lives until then: it may be asked for events, and need not emit any. It waits as long as it has to:
    /// for demand and, for what came back, for a consumer to take it. A restart does not change that. The first reason
    /// counts.
    /// </remarks>
    /// <param name="reason">Why it stops; with <see cref="EndReason.Normal"/> permanent consumers stop too.</param>
    protected void StopWhenConfirmed(EndReason reason)
    {
        _handling?.Check();
        Side.EndWhenConfirmed(reason);
    }

    bool IProducerHandler.IsBusy => IsBusy;

    bool IProducerHandler.IsSettled => !IsBusy;

    void IProducerHandler.HandleDemand(DemandIncrement demand) => Meet(demand);

    void IProducerHandler.OnSubscribe(ConsumerSubscription subscription) => OnSubscribe(subscription);

    void IProducerHandler.OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
        OnCancel(subscription, cancellation);

    void IProducerHandler.OnDraining() => Side.Within(() =>
    {
        OnDraining();
        return true;
    });

    bool IProducerHandler.OnDiscarded(int count) => OnDiscarded(count);

    void IProducerHandler.End(EndReason reason) => End(reason);

    /// <summary>Takes the protocol's messages; whatever else comes goes to this actor's own behaviour.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        _error = null;
        try
        {
            var isDone = Side.TryReceive(message, Sender) || Side.TryRefuse(message, Sender)
                || TryGoOn(message) || ReceiveOwn(receive, message);
            if (IsBusy)
            {
                if (IsDraining)
                {
                    _handling!.Cancel();
                }

                Side.HandOn();
            }

            Side.Handled(message);
            return isDone;
        }
        catch (Exception error)
        {
            _error = error;
            throw;
        }
    }

    /// <inheritdoc/>
    public override void AroundPreStart()
    {
        Side.Start(this);
        base.AroundPreStart();
    }

    /// <inheritdoc/>
    public override void AroundPreRestart(Exception cause, object? message)
    {
        try
        {
            EndCallback();
        }
        finally
        {
            base.AroundPreRestart(cause, OwnMessage.Unwrap(message));
        }
    }

    /// <inheritdoc/>
    public override void AroundPostRestart(Exception cause, object? message)
    {
        Side.Restart(this);
        base.AroundPostRestart(cause, message);
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        try
        {
            EndCallback();
        }
        finally
        {
            Side.Stop(EndReason.Of(StopReason, _error));
            base.AroundPostStop();
        }
    }

    // The actor before a restart may have told itself to go on.
    private bool TryGoOn(object message) => _handling?.TryReceive(message) ?? message is Continue or HandlingEnded;

    // Apart from AroundReceive, which would make a closure for every message of the protocol.
    private bool ReceiveOwn(Receive receive, object message) => !TryTake(ref message) || CallOwn(receive, message);

    private bool CallOwn(Receive receive, object message) => Side.Within(() => base.AroundReceive(receive, message));

    // A message that the actor before a restart held may come to one whose handler has not run yet.
    private bool TryTake(ref object message) =>
        (message is OwnMessage ? Handling : _handling)?.TryTake(ref message, Sender) ?? true;

    private void EndCallback()
    {
        _handling?.Leave();
        if (IsBusy)
        {
            Side.Leave();
        }
    }

    // Its handler may still wait.
    private void End(EndReason reason)
    {
        StopReason = reason;
        Side.Hush();
        Context.Stop(Self);
    }

    /// <summary>A handler that may wait has ended, well or not.</summary>
    private protected virtual void End(Exception? error)
    {
    }

    /// <summary>Starts the next handler that waits, where there is something to do for one.</summary>
    private protected virtual void GoOn()
    {
    }

    private protected abstract void Meet(DemandIncrement demand);
}
