using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Flows.Sources;

namespace Party.Flows.Stages;

/// <summary>A stage that reads its events by itself, and sends what it makes of them to others.</summary>
internal sealed class FirstStage<TEntry, TOut> : Producer<TOut>, IEmitter<TOut>, IWithTimers
{
    // Other messages have to come through, however long the source.
    private const int BlocksAtATime = 16;

    private readonly StageCore<TEntry> _core;
    private readonly StagePlan<TEntry, TOut> _plan;
    private readonly Blocks<TEntry> _blocks;
    private readonly Func<int> _nextSize;
    private long _wanted;
    private bool _goesOn;

    public FirstStage(StagePlan<TEntry, TOut> plan, Blocks<TEntry> blocks, ProducerOptions<TOut> options)
        : base(options)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(
            plan, _ => new EmitOperator<TOut>(this, plan.Counters), () => scheduler.MonotonicClock);
        (_plan, _blocks, _nextSize) = (plan, blocks, NextSize);
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
        Receive<StageSignal.GoOn>(_ => GoOn());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    void IEmitter<TOut>.Emit(ReadOnlySpan<TOut> events)
    {
        // What is emitted beyond what was asked for waits, and is served before this stage is asked again.
        _wanted = Math.Max(0, _wanted - events.Length);
        Emit(events);
    }

    protected override void PreStart()
    {
        _core.Start();
        StageTimer.StartAll(_core, Timers);
    }

    protected override void PostStop() => _blocks.Close();

    // What it reads goes on.
    protected override void PreRestart(Exception reason, object? message)
    {
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        _wanted += demand.Total;
        Read();
    }

    protected override void OnSubscribe(ConsumerSubscription subscription) => _plan.Consumers.Add(subscription.Id);

    protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation)
    {
        var isLast = _plan.Consumers.Remove(subscription.Id) && _plan.Consumers.Count == 0;
        if (isLast && cancellation.Reason.Kind != EndKind.Restart)
        {
            Stop(EndReason.Normal);
        }
    }

    private void GoOn()
    {
        _goesOn = false;
        Read();
    }

    private void Read()
    {
        for (var read = 0; _wanted > 0 && !_core.IsOver; read++)
        {
            if (read == BlocksAtATime)
            {
                ReadLater();
                return;
            }

            var block = _blocks.Read(_plan.Index, _nextSize);
            if (block.IsEmpty)
            {
                _core.End();
                StopWhenConfirmed(EndReason.Normal);
                return;
            }

            _core.Receive(block.Span);
            _blocks.Handled(_plan.Index);
        }
    }

    private int NextSize() =>
        _plan.KeepsBatches ? _plan.Cuts.Next() : (int)Math.Min(_plan.Cuts.Next(), _wanted);

    private void ReadLater()
    {
        if (!_goesOn)
        {
            _goesOn = true;
            Self.Tell(StageSignal.GoOn.Instance);
        }
    }
}
