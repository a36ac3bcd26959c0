using Akka.Actor;
using Party.Actors.Producing;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;

namespace Party.Actors;

/// <summary>A stage that makes events, and never sends more of them than its consumers asked for.</summary>
/// <remarks>
/// <para>
/// Derive from it and override <see cref="HandleDemand"/>. It is an ordinary actor besides: it may register handlers
/// for messages of its own, become, stash, and emit from any of them. What is emitted beyond what was asked for goes to
/// the stage buffer, and is served first.
/// </para>
/// <para>
/// A restart keeps the stage's subscriptions, demand, parked and owed events; the new actor is asked again for what the
/// old one still owed. Only a stop ends them, and then every consumer is told.
/// </para>
/// </remarks>
public abstract class Producer<TEvent> : ReceiveActor, IDemandHandler
{
    private readonly ProducerSide<TEvent> _side;
    private Exception? _error;

    /// <summary>A producer for a single consumer.</summary>
    protected Producer()
        : this(new())
    {
    }

    /// <summary>A producer with options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected Producer(ProducerOptions<TEvent> options) => _side = StageSystem.Of(Context.System)
        .BooksOf(Self, () => new ProducerSide<TEvent>(Context, options));

    /// <summary>The partitions that events are shared out over.</summary>
    protected PartitionNames Partitions => _side.Ledger.Partitions;

    /// <summary>Where every event that this stage ever emitted is now.</summary>
    protected ProducerBooks Books => _side.Ledger.Balance();

    /// <summary>
    /// Whether the stage is being drained: nothing is asked of it any more, and what it emits is not wanted.
    /// </summary>
    protected bool IsDraining => _side.IsDraining;

    /// <summary>The demand of one partition: requested by its consumer and not yet handed on.</summary>
    /// <param name="partition">Its index.</param>
    protected long Outstanding(int partition) => _side.Ledger.OutstandingOf(partition);

    /// <summary>Emits what is asked for, now or later.</summary>
    /// <remarks>
    /// Emit exactly <see cref="DemandIncrement.Total"/> events; fewer, and this stage has to remember to emit the rest
    /// when it can, since it is not asked for them again; more, and the excess waits in the stage buffer.
    /// </remarks>
    /// <param name="demand">What is asked for beyond what is still owed from earlier calls.</param>
    protected abstract void HandleDemand(DemandIncrement demand);

    /// <summary>Emits an event. From then on it is accounted for, even if the callback fails.</summary>
    protected void Emit(TEvent item) => _side.Emit(item);

    /// <summary>Emits events, in order. From then on they are accounted for, even if the callback fails.</summary>
    protected void Emit(params ReadOnlySpan<TEvent> items) => _side.Emit(items);

    void IDemandHandler.HandleDemand(DemandIncrement demand) => HandleDemand(demand);

    /// <summary>Takes the protocol's messages; whatever else comes goes to this actor's own behaviour.</summary>
    protected override bool AroundReceive(Receive receive, object message)
    {
        _error = null;
        try
        {
            return _side.TryReceive(message, Sender) || ReceiveOwn(receive, message);
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
        _side.Start(this);
        base.AroundPreStart();
    }

    /// <inheritdoc/>
    public override void AroundPostRestart(Exception cause, object? message)
    {
        _side.Restart(this);
        base.AroundPostRestart(cause, message);
    }

    /// <inheritdoc/>
    public override void AroundPostStop()
    {
        var books = _side.Stop(_error is null ? EndReason.Shutdown : EndReason.Failure(_error.Message));
        Context.System.EventStream.Publish(new ProducerStopped(Self, books));
        StageSystem.Of(Context.System).Close(Self);
        base.AroundPostStop();
    }

    private bool ReceiveOwn(Receive receive, object message)
    {
        _side.Enter();
        try
        {
            return base.AroundReceive(receive, message);
        }
        finally
        {
            _side.Leave();
        }
    }
}
