using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Flows.Running;

namespace Party.Flows.Stages;

/// <summary>A stage whose events leave the flow. It ends when all before it have.</summary>
internal sealed class LastStage<TEntry, TOut> : Consumer<TEntry>, IWithTimers
{
    private readonly StageCore<TEntry> _core;
    private readonly StagePlan<TEntry, TOut> _plan;
    private readonly IActorRef[] _upstreams;

    public LastStage(StagePlan<TEntry, TOut> plan, Sink<TOut> sink, SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(plan, sink.OperatorFor, () => scheduler.MonotonicClock);
        _plan = plan;
        _upstreams = [.. subscriptions.Select(static to => to.Producer)];
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        _core.Start(_upstreams);
        StageTimer.StartAll(_core, Timers);
        if (_upstreams.Length == 0)
        {
            Context.Parent.Tell(StageSignal.Ready.Instance);
            _core.End();
            Stop(EndReason.Normal);
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
}
