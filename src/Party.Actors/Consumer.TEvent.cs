using Akka.Actor;
using Party.Actors.Consuming;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>A stage that says how many events it can take, and handles them in batches.</summary>
/// <remarks>
/// <para>
/// Derive from it and override <see cref="HandleEvents"/>. Demand is automatic: work first, request after. It is an
/// ordinary actor besides: it may register handlers for messages of its own, become, and stash.
/// </para>
/// <para>
/// When a handler throws, the supervisor decides. A restart ends the subscriptions and makes them anew: the batch that
/// failed and what lay in the mailbox are not handled, and the producer counts them. After a resume the batch that
/// failed counts as handled.
/// </para>
/// </remarks>
public abstract class Consumer<TEvent> : ReceiveActor, IEventHandler<TEvent>
{
    private readonly ConsumerSide<TEvent> _side;
    private readonly SubscribeTo[] _subscriptions;
    private Exception? _error;

    /// <summary>A consumer that subscribes when it starts, and again after each restart.</summary>
    protected Consumer(params SubscribeTo[] subscriptions)
    {
        _subscriptions = subscriptions;
        _side = new(Context, this);
    }

    /// <summary>Handles a batch of events; they are handled when it returns.</summary>
    /// <param name="events">
    /// At most max-demand − min-demand of them, in order; good until the handler returns. The sender is their producer.
    /// </param>
    protected abstract void HandleEvents(ReadOnlySpan<TEvent> events);

    /// <summary>
    /// Makes one more subscription. It is not made again after a restart, unless this is called again.
    /// </summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    protected SubscriptionId Subscribe(SubscribeTo to) => _side.Subscribe(to);

    void IEventHandler<TEvent>.HandleEvents(ReadOnlySpan<TEvent> events) => HandleEvents(events);

    /// <summary>Takes the protocol's messages; whatever else comes goes to this actor's own behaviour.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        _error = null;
        try
        {
            return _side.TryReceive(message, Sender) || base.AroundReceive(receive, message);
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
        base.AroundPreRestart(cause, message);
    }

    /// <inheritdoc/>
    public override void AroundPostRestart(Exception cause, object? message)
    {
        base.AroundPostRestart(cause, message);
        SubscribeAll();
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        _side.Leave(_error is null ? EndReason.Shutdown : EndReason.Failure(_error.Message));
        base.AroundPostStop();
    }

    private void SubscribeAll()
    {
        foreach (var to in _subscriptions)
        {
            _side.Subscribe(to);
        }
    }
}
