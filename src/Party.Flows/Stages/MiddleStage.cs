using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Flows.Stages;

/// <summary>
/// A stage between others. It ends when all before it have, and all that it has emitted was handed on.
/// </summary>
internal sealed class MiddleStage<TEntry, TOut> : ProducerConsumer<TEntry, TOut>, IEmitter<TOut>, IWithTimers
{
    private readonly StageCore<TEntry> _core;
    private readonly HashSet<SubscriptionId> _consumers = [];
    private readonly StagePlan<TEntry, TOut> _plan;
    private readonly IActorRef[] _upstreams;

    public MiddleStage(StagePlan<TEntry, TOut> plan, ProducerOptions<TOut> options, SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(
            plan, _ => new EmitOperator<TOut>(this, plan.Counters), () => scheduler.MonotonicClock);
        _plan = plan;
        _upstreams = [.. subscriptions.Select(static to => to.Producer)];
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    void IEmitter<TOut>.Emit(ReadOnlySpan<TOut> events) => Emit(events);

    protected override void PreStart()
    {
        _core.Start(_upstreams);
        StageTimer.StartAll(_core, Timers);
        if (_upstreams.Length == 0)
        {
            Context.Parent.Tell(StageSignal.Ready.Instance);
            Finish();
        }
    }

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        Meet(subscription);
        return SubscriptionMode.Automatic;
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        var isOfFlow = subscription.Producer.Path.Parent.Equals(Self.Path.Parent);
        var hasEnded = isOfFlow && !_core.HasMet(subscription.Id);
        Meet(subscription);
        _plan.Check(subscription.Producer, cancellation, hasEnded);
        if (_core.End(subscription.Id))
        {
            StopWhenConfirmed(EndReason.Normal);
        }
    }

    protected override void OnSubscribe(ConsumerSubscription subscription) => _consumers.Add(subscription.Id);

    // Whoever is gone for good wants nothing more: so do those before this stage.
    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
    {
        if (_consumers.Remove(subscription.Id) && _consumers.Count == 0 && cancellation.Reason.Kind != EndKind.Restart)
        {
            Stop(EndReason.Normal);
        }
    }

    protected override void HandleEvents(ReadOnlySpan<TEntry> events)
    {
        if (From is { } from)
        {
            _core.Receive(from.Id, events);
        }
    }

    private void Meet(ProducerSubscription subscription)
    {
        if (_core.Meet(subscription.Id, subscription.Producer))
        {
            Context.Parent.Tell(StageSignal.Ready.Instance);
        }
    }

    private void Finish()
    {
        _core.End();
        StopWhenConfirmed(EndReason.Normal);
    }
}
