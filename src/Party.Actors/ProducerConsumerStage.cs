using Akka.Actor;
using Party.Actors.Awaiting;
using Party.Actors.Consuming;
using Party.Actors.Producing;
using Party.Actors.Protocol;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>
/// What <see cref="ProducerConsumer{TIn, TOut}"/> and <see cref="AsyncProducerConsumer{TIn, TOut}"/> have in common.
/// </summary>
/// <remarks>
/// <para>
/// Events that come in are handled while consumers want events; else they wait, with the messages and the ends of
/// subscriptions that come after them. So a stage that nobody asks holds at most its max-demand of each producer, and
/// asks for no more.
/// </para>
/// <para>
/// A batch may emit any number of events. Those beyond the demand wait in the stage buffer, which has no bound unless
/// it is given one.
/// </para>
/// </remarks>
public abstract partial class ProducerConsumerStage<TIn, TOut> : ReceiveActor, IEventHandler<TIn>, IProducerHandler
{
    private readonly ConsumerSide<TIn> _consuming;
    private readonly ProducerSide<TOut> _producing;
    private readonly SubscribeTo[] _subscriptions;
    private int _held;
    private EndReason? _stopReason;
    private Exception? _error;

    private protected ProducerConsumerStage(ProducerOptions<TOut> options, SubscribeTo[] subscriptions)
    {
        _subscriptions = subscriptions;
        _consuming = new(Context, this);
        _producing = StageSystem.Of(Context.System)
            .BooksOf(Self, () => new ProducerSide<TOut>(Context, options with
            {
                DemandMode = DemandMode.Forward,
                Buffer = options.Buffer ?? new() { Size = EventBufferOptions.Infinite },
            }));
    }

    /// <summary>The partitions that events are shared out over.</summary>
    protected PartitionNames Partitions => _producing.Ledger.Partitions;

    /// <summary>Where every event that this stage ever emitted is now.</summary>
    protected ProducerBooks Books => _producing.Ledger.Balance();

    /// <summary>The subscription whose events are being handled; null while none are.</summary>
    protected ProducerSubscription? From => _consuming.From;

    /// <summary>
    /// Why this stage stops: what <see cref="Stop"/> was told, or what the producer of a permanent subscription said.
    /// Null while it does not, or where somebody else stops it.
    /// </summary>
    protected EndReason? StopReason => _stopReason ?? _consuming.StopReason;

    /// <summary>
    /// How often the events being handled have been handed on now; more than 1 only where they are delivered at least
    /// once. 0 while none are handled.
    /// </summary>
    protected int Attempt => _consuming.Attempt;

    /// <summary>
    /// How much this stage keeps back at a time; nothing by default. Without it <see cref="Hold"/> is refused.
    /// </summary>
    protected virtual Holding Holding => Holding.None;

    private protected virtual bool IsAsync => false;

    /// <summary>
    /// Changes the partitions, or the map to them, when the message at hand has been handled. What it came to is
    /// published as <see cref="PartitionsChanged"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The change is refused, and nothing was changed.</exception>
    protected void ChangePartitions(PartitionChange<TOut> change)
    {
        _consuming.Handling?.Check();
        _producing.ChangePartitions(change);
    }

    /// <summary>A producer has admitted a subscription of this stage.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <returns>Who requests its events: <see cref="SubscriptionMode.Automatic"/> by default.</returns>
    protected virtual SubscriptionMode OnSubscribe(ProducerSubscription subscription) => SubscriptionMode.Automatic;

    /// <summary>A subscription of this stage has ended, or was rejected.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellation">Why, and whether the producer is gone.</param>
    protected virtual void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
    }

    /// <summary>A consumer has subscribed to this stage.</summary>
    /// <param name="subscription">The subscription.</param>
    protected virtual void OnSubscribe(ConsumerSubscription subscription)
    {
    }

    /// <summary>A consumer's subscription to this stage has ended.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellation">Why, and whether the consumer is gone.</param>
    protected virtual void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
    {
    }

    /// <summary>
    /// The stage is being drained, and nothing more comes in: emit now what you keep back, and release what you hold.
    /// </summary>
    protected virtual void OnDraining()
    {
    }

    /// <summary>The stage buffer was full, and dropped events.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Whether to say so in the log; true by default.</returns>
    protected virtual bool OnDiscarded(int count) => true;

    /// <summary>Emits an event.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler that waited has outlived its actor, or goes on elsewhere. The event is not emitted.
    /// </exception>
    protected void Emit(TOut item)
    {
        _consuming.Handling?.Check();
        _producing.Emit(item);
    }

    /// <summary>Emits events, in order.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler that waited has outlived its actor, or goes on elsewhere. The events are not emitted.
    /// </exception>
    protected void Emit(params ReadOnlySpan<TOut> items)
    {
        _consuming.Handling?.Check();
        _producing.Emit(items);
    }

    /// <summary>
    /// Keeps the batch that is being handled unconfirmed, since what it brought will be emitted later; see <see
    /// cref="Release"/>. Where events are not delivered at least once, it means nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No batch is being handled, or more is kept back than <see cref="Holding"/> says.
    /// </exception>
    protected HeldBatch Hold()
    {
        _consuming.Handling?.Check();
        var holding = Holding;
        if (From is null || _held + _consuming.Size > holding.AtMost)
        {
            throw new InvalidOperationException(
                $"Expected a batch to hold and at most {holding.AtMost} held events, got "
                + $"{(From is null ? 0 : _consuming.Size)} more than the {_held} held already. A batch counts whole. "
                + $"Hold from the handler, and override {nameof(Holding)}.");
        }

        _consuming.Batch?.Keep();
        _held += _consuming.Size;
        return new(_consuming.Batch, _consuming.Size);
    }

    /// <summary>
    /// Lets a batch go that was kept back: it is confirmed when all that was emitted for it has been, which includes
    /// all that this callback emits. Release it in the callback that emits what it brought.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was released before.</exception>
    protected void Release(HeldBatch batch)
    {
        _consuming.Handling?.Check();
        if (batch.IsReleased)
        {
            throw new InvalidOperationException(
                $"Expected a batch that is held, got one of {batch.Count} events that was released before. "
                + "Release it once.");
        }

        batch.IsReleased = true;
        _held -= batch.Count;
        if (batch.Origin is { } origin)
        {
            _producing.WatchOrigin().Hold(origin);
            origin.LetGo();
        }
    }

    /// <summary>Makes one more subscription. It is not made again after a restart.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    protected SubscriptionId Subscribe(SubscribeTo to)
    {
        _consuming.Handling?.Check();
        return _consuming.Subscribe(to);
    }

    /// <summary>Requests events of a subscription whose demand is manual.</summary>
    /// <param name="subscription">
    /// One that was admitted; for any other, nothing happens but a warning in the log.
    /// </param>
    /// <param name="demand">How many events more, 0 or more.</param>
    protected void Request(SubscriptionId subscription, int demand)
    {
        _consuming.Handling?.CheckPlace();
        _consuming.Request(subscription, demand);
    }

    /// <summary>Cancels a subscription; what is on its way is still handled. It never stops this stage.</summary>
    protected void Cancel(SubscriptionId subscription, EndReason reason)
    {
        _consuming.Handling?.CheckPlace();
        _consuming.Cancel(subscription, reason);
    }

    /// <summary>Lets a message come to this stage when every event that waits now has gone.</summary>
    protected void Inform(object message) => Self.Tell(new Inform(message), Self);

    /// <summary>
    /// Stops this stage, and tells its producers and consumers why. What waits in it is lost, and said so.
    /// </summary>
    protected void Stop(EndReason reason)
    {
        _consuming.Handling?.Check();
        End(reason);
    }

    /// <summary>Takes the protocol's messages; whatever else comes goes to this actor's own behaviour.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        _error = null;
        try
        {
            var isDone = _consuming.TryReceive(message, Sender)
                || (message is Inform inform && TryInform(inform))
                || (message is SetDemandMode change && _producing.TryKeepForwarding(change.Mode, Sender))
                || (_producing.TryReceive(message, Sender) && TryLeave(message))
                || ReceiveOwn(receive, message);
            if (_consuming.IsBusy)
            {
                _producing.HandOn();
            }

            _consuming.SayWhatEnded();
            if (_consuming.IsDraining)
            {
                _producing.GoOnDraining();
                _consuming.LetGoIf(_producing.IsAtItsEnd);
            }

            _producing.Handled(message);
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
        _producing.Start(this);
        base.AroundPreStart();
        SubscribeAll();
    }

    /// <inheritdoc/>
    public override void AroundPreRestart(Exception cause, object? message)
    {
        _consuming.Leave(EndReason.Restart(cause));
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
        _producing.Restart(this);
        base.AroundPostRestart(cause, message);
        SubscribeAll();
        _consuming.Return(cause);
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        var reason = EndReason.Of(StopReason, _error);
        _consuming.Leave(reason);
        try
        {
            EndCallback();
        }
        finally
        {
            _producing.Stop(reason);
            base.AroundPostStop();
        }
    }

    private protected abstract void Handle(ReadOnlySpan<TIn> events);

    private protected abstract ValueTask HandleAsync(IReadOnlyList<TIn> events, CancellationToken cancellationToken);

    // Of a handler that has not ended, and never will as far as this stage is concerned.
    private void EndCallback()
    {
        if (_consuming.IsBusy)
        {
            _producing.Leave();
        }
    }

    // Apart from AroundReceive, which would make a closure for every message of the protocol.
    private bool ReceiveOwn(Receive receive, object message) =>
        !_consuming.TryTake(ref message, Sender) || CallOwn(receive, message);

    private bool CallOwn(Receive receive, object message) =>
        _producing.Within(() => base.AroundReceive(receive, message));

    // A stage that is drained by itself cancels what it is subscribed to; upstream first, there is nothing left of it.
    private bool TryLeave(object message)
    {
        if (message is Drain)
        {
            _consuming.LeaveInOrder();
        }

        return true;
    }

    private bool TryInform(Inform inform)
    {
        var isTaken = _consuming.TryInform(inform.Message);
        if (isTaken && inform.IsAnswered)
        {
            Sender.Tell(Informed.Instance, Self);
        }

        return isTaken;
    }

    private void SubscribeAll()
    {
        foreach (var to in _subscriptions)
        {
            _consuming.Subscribe(to);
        }
    }
}
