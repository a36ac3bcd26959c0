using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;

namespace Party.Flows.Stages;

/// <summary>
/// A stage between others. It ends when all before it have, and all that it has emitted was handed on.
/// </summary>
internal sealed class MiddleStage<TEntry, TOut> : ProducerConsumer<TEntry, TOut>, IEmitter<TOut>, IWithTimers
{
    private readonly StageCore<TEntry> _core;
    private readonly StagePlan<TEntry, TOut> _plan;
    private readonly Upstreams<TEntry, TOut> _upstreams;

    public MiddleStage(StagePlan<TEntry, TOut> plan, ProducerOptions<TOut> options, SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(
            plan, _ => new EmitOperator<TOut>(this, plan.Counters), () => scheduler.MonotonicClock);
        _plan = plan;
        _upstreams = new(_core, plan, subscriptions, Context);
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    void IEmitter<TOut>.Emit(ReadOnlySpan<TOut> events) => Emit(events);

    protected override void PreStart() => _upstreams.Start(Timers);

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription) =>
        _upstreams.Meet(subscription);

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        if (_upstreams.End(subscription, cancellation))
        {
            StopWhenConfirmed(EndReason.Normal);
        }
    }

    protected override void OnSubscribe(ConsumerSubscription subscription) => _plan.Consumers.Add(subscription.Id);

    // Whoever is gone for good wants nothing more: so do those before this stage.
    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
    {
        var isLast = _plan.Consumers.Remove(subscription.Id) && _plan.Consumers.Count == 0;
        if (isLast && cancellation.Reason.Kind != EndKind.Restart)
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
}
