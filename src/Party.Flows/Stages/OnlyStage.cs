using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Flows.Running;
using Party.Flows.Sources;

namespace Party.Flows.Stages;

/// <summary>
/// A stage that reads its events by itself, and whose events leave the flow: nobody is asked for anything.
/// </summary>
internal sealed class OnlyStage<TEntry, TOut> : ReceiveActor, IWithTimers
{
    private const int BlocksAtATime = 16;

    private readonly StageCore<TEntry> _core;
    private readonly StagePlan<TEntry, TOut> _plan;
    private readonly Blocks<TEntry> _blocks;
    private readonly Func<int> _nextSize;
    private bool _isReading;
    private bool _goesOn;

    public OnlyStage(StagePlan<TEntry, TOut> plan, Blocks<TEntry> blocks, Sink<TOut> sink)
    {
        var scheduler = Context.System.Scheduler;
        _core = StageCore<TEntry>.Of(plan, sink.OperatorFor, () => scheduler.MonotonicClock);
        (_plan, _blocks, _nextSize) = (plan, blocks, plan.Cuts.Next);
        Receive<StageTimer>(_core.Tick);
        Receive<StageSignal.Fire>(fire => _core.Fire(fire.Name));
        Receive<StageSignal.GoOn>(_ => GoOn());
        Receive<SetDemandMode>(change => SetMode(change.Mode));
    }

    public ITimerScheduler Timers { get; set; } = null!;

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

    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        SetMode(DemandMode.Forward);
    }

    private void SetMode(DemandMode mode)
    {
        _isReading = mode == DemandMode.Forward;
        ReadLater();
    }

    private void GoOn()
    {
        _goesOn = false;
        if (_isReading)
        {
            Read();
        }
    }

    private void Read()
    {
        for (var read = 0; read < BlocksAtATime; read++)
        {
            var block = _blocks.Read(_plan.Index, _nextSize);
            if (block.IsEmpty)
            {
                _core.End();
                Context.Stop(Self);
                return;
            }

            _core.Receive(block.Span);
            _blocks.Handled(_plan.Index);
        }

        ReadLater();
    }

    private void ReadLater()
    {
        if (_isReading && !_goesOn)
        {
            _goesOn = true;
            Self.Tell(StageSignal.GoOn.Instance);
        }
    }
}
