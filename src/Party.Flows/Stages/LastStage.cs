using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Flows.Running;

namespace Party.Flows.Stages;

/// <summary>A stage whose events leave the flow. It ends when all before it have.</summary>
internal sealed class LastStage<TEntry, TOut> : Consumer<TEntry>, IWithTimers
{
    private readonly StageCore<TEntry> _core;
    private readonly Upstreams<TEntry, TOut> _upstreams;

    public LastStage(StagePlan<TEntry, TOut> plan, Sink<TOut> sink, SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(plan, sink.OperatorFor, () => scheduler.MonotonicClock);
        _upstreams = new(_core, plan, subscriptions, Context);
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => _upstreams.Start(Timers);

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription) =>
        _upstreams.Meet(subscription);

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        if (_upstreams.End(subscription, cancellation))
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
