using Akka.Actor;
using Party.Actors.Awaiting;
using Party.Actors.Consuming;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>What <see cref="Consumer{TEvent}"/> and <see cref="AsyncConsumer{TEvent}"/> have in common.</summary>
/// <remarks>
/// <para>
/// It is an ordinary actor besides: it may register handlers for messages of its own, become, and stash.
/// </para>
/// <para>
/// When a handler throws, the supervisor decides. A restart ends the subscriptions and makes them anew: the batch that
/// failed and what lay in the mailbox are not handled, and the producer counts them. After a resume the batch that
/// failed counts as handled.
/// </para>
/// </remarks>
public abstract class ConsumerStage<TEvent> : ReceiveActor, IEventHandler<TEvent>
{
    private readonly ConsumerSide<TEvent> _side;
    private readonly SubscribeTo[] _subscriptions;
    private EndReason? _stopReason;
    private Exception? _error;

    private protected ConsumerStage(SubscribeTo[] subscriptions)
    {
        _subscriptions = subscriptions;
        _side = new(Context, this);
    }

    /// <summary>The subscription whose events are being handled; null while none are.</summary>
    protected ProducerSubscription? From => _side.From;

    /// <summary>
    /// Why this stage stops: what <see cref="Stop"/> was told, or what the producer of a permanent subscription said.
    /// Null while it does not, or where somebody else stops it.
    /// </summary>
    protected EndReason? StopReason => _stopReason ?? _side.StopReason;

    /// <summary>
    /// How often the events being handled have been handed on now; more than 1 only where they are delivered at least
    /// once, and others, or this stage before a restart, did not confirm them. 0 while none are handled.
    /// </summary>
    protected int Attempt => _side.Attempt;

    /// <summary>
    /// The sequence number of the first event being handled in its subscription; the others follow it. With it <see
    /// cref="Confirm"/> and <see cref="Reject"/> name events.
    /// </summary>
    protected long Number => _side.Number;

    private protected ConsumerSide<TEvent> Side => _side;

    private protected virtual bool IsAsync => false;

    private ConsumerSide<TEvent> Here
    {
        get
        {
            _side.Handling?.CheckPlace();
            return _side;
        }
    }

    /// <summary>A producer has admitted a subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <returns>
    /// Who requests its events: <see cref="SubscriptionMode.Automatic"/> by default. Where it is manual, events come
    /// when <see cref="Request"/> asks for them, in batches of any size.
    /// </returns>
    protected virtual SubscriptionMode OnSubscribe(ProducerSubscription subscription) => SubscriptionMode.Automatic;

    /// <summary>
    /// A subscription has ended, or was rejected. Whether the stage outlives that is up to its <see
    /// cref="CancelMode"/>.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="cancellation">Why, and whether the producer is gone.</param>
    protected virtual void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
    }

    /// <summary>
    /// Makes one more subscription. It is not made again after a restart, unless this is called again.
    /// </summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    protected SubscriptionId Subscribe(SubscribeTo to)
    {
        _side.Handling?.Check();
        return _side.Subscribe(to);
    }

    /// <summary>Requests events of a subscription whose demand is manual.</summary>
    /// <param name="subscription">
    /// One that was admitted; for any other, nothing happens but a warning in the log.
    /// </param>
    /// <param name="demand">How many events more, 0 or more.</param>
    protected void Request(SubscriptionId subscription, int demand) => Here.Request(subscription, demand);

    /// <summary>
    /// Cancels a subscription; what is on its way is still handled. It never stops this stage, whatever its mode.
    /// </summary>
    protected void Cancel(SubscriptionId subscription, EndReason reason) => Here.Cancel(subscription, reason);

    /// <summary>
    /// Confirms an event of a subscription whose events are confirmed by hand; in any order, also later, from any
    /// message.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="number">The event's sequence number; see <see cref="Number"/>.</param>
    /// <returns>
    /// False where the event does not wait to be confirmed: then nothing happens but a warning in the log.
    /// </returns>
    protected bool Confirm(SubscriptionId subscription, long number) => Here.Confirm(subscription, number);

    /// <summary>
    /// Gives an event back, whose subscription is confirmed by hand: it is handed on again, to the next that has
    /// demand.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="number">The event's sequence number; see <see cref="Number"/>.</param>
    /// <returns>
    /// False where the event does not wait to be confirmed: then nothing happens but a warning in the log.
    /// </returns>
    protected bool Reject(SubscriptionId subscription, long number) => Here.Reject(subscription, number);

    /// <summary>Stops this stage, and tells its producers why.</summary>
    protected void Stop(EndReason reason)
    {
        _side.Handling?.Check();
        _stopReason = reason;
        Context.Stop(Self);
    }

    bool IEventHandler<TEvent>.IsReady => true;

    void IEventHandler<TEvent>.Check(SubscribeTo to) => Check(to);

    bool IEventHandler<TEvent>.IsStopping => _stopReason is not null;

    bool IEventHandler<TEvent>.IsAsync => IsAsync;

    SubscriptionMode IEventHandler<TEvent>.OnSubscribe(ProducerSubscription subscription) => OnSubscribe(subscription);

    void IEventHandler<TEvent>.OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        OnCancel(subscription, cancellation);

    void IEventHandler<TEvent>.OnDue(object message) => Self.Tell(message, Self);

    void IEventHandler<TEvent>.HandleEvents(ReadOnlySpan<TEvent> events) => Handle(events);

    ValueTask IEventHandler<TEvent>.HandleEventsAsync(
        IReadOnlyList<TEvent> events, CancellationToken cancellationToken) => HandleAsync(events, cancellationToken);

    /// <summary>Takes the protocol's messages; whatever else comes goes to this actor's own behaviour.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        _error = null;
        try
        {
            return _side.TryReceive(message, Sender) || _side.TryRefuse(message, Sender)
                || !_side.TryTake(ref message, Sender)
                || base.AroundReceive(receive, message);
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
        base.AroundPreStart();
        SubscribeAll();
    }

    /// <inheritdoc/>
    public override void AroundPreRestart(Exception cause, object? message)
    {
        _side.Leave(EndReason.Restart(cause));
        base.AroundPreRestart(cause, OwnMessage.Unwrap(message));
    }

    /// <inheritdoc/>
    public override void AroundPostRestart(Exception cause, object? message)
    {
        base.AroundPostRestart(cause, message);
        SubscribeAll();
        _side.Return(cause);
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        _side.Leave(EndReason.Of(StopReason, _error));
        base.AroundPostStop();
    }

    private protected virtual void Check(SubscribeTo to)
    {
    }

    private protected abstract void Handle(ReadOnlySpan<TEvent> events);

    private protected abstract ValueTask HandleAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken);

    private void SubscribeAll()
    {
        foreach (var to in _subscriptions)
        {
            _side.Subscribe(to);
        }
    }
}
