using Akka.Actor;
using Party.Actors;
using Party.Demand.Dispatching;
using Party.Flows.Building;
using Party.Flows.Stages;

namespace Party.Flows.Running;

/// <summary>
/// Starts the stages of a flow, lets them begin when all have subscribed, and ends when all have; or at once, with the
/// others, when one fails.
/// </summary>
internal sealed class FlowCoordinator : ReceiveActor, IWithTimers
{
    private readonly RunState _run;
    private readonly bool _isSupervised;
    private readonly FlowStarter _starter;
    private readonly HashSet<IActorRef> _alive = [];
    private readonly TimeSpan _begin;
    private readonly HashSet<IActorRef> _ready = [];
    private int _failures;

    public FlowCoordinator(Func<RunState> begin, bool isSupervised)
    {
        (_run, _isSupervised) = (begin(), isSupervised);
        _starter = new(Context, _run.Options);
        _begin = Context.System.Scheduler.MonotonicClock;
        Receive<StageSignal.Ready>(_ => Ready());
        Receive<Terminated>(gone => Left(gone.ActorRef));
        Receive<RunSignal.Report>(_ => Report());
        Receive<StageSignal.Fire>(Fire);
        Receive<RunSignal.Cancelled>(cancelled => Cancel(cancelled.Token));
        Receive<RunSignal.Failed>(failed => Fail(failed.Error));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        try
        {
            _run.Begin(_starter);
        }
        catch (Exception error)
        {
            Fail(error);
            return;
        }

        _alive.UnionWith(_starter.Stages);
        if (_run.Options.Progress is not null)
        {
            Timers.StartPeriodicTimer(
                RunSignal.Report.Instance, RunSignal.Report.Instance, _run.Options.ProgressInterval);
        }

        Forward();
    }

    protected override void PostStop()
    {
        Report();
        _run.End();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(Decide);

    private Directive Decide(Exception error)
    {
        if (_failures++ < _run.Options.Restarts && error is not ActorInitializationException)
        {
            return Directive.Restart;
        }

        Self.Tell(new RunSignal.Failed(error));
        return Directive.Stop;
    }

    private void Ready()
    {
        _ready.Add(Sender);
        Forward();
    }

    private void Forward()
    {
        if (_ready.Count == _starter.Subscribing)
        {
            foreach (var stage in _starter.Held)
            {
                stage.SetDemandMode(DemandMode.Forward);
            }
        }
    }

    private void Left(IActorRef stage)
    {
        if (!_alive.Remove(stage))
        {
            return;
        }

        if (_alive.Count == 0)
        {
            _run.Finish();
            Context.Stop(Self);
        }

        // What has been handed on to stages of a user's may still wait there.
        foreach (var own in _starter.Own.Where(own => own.HasLast(stage)))
        {
            _ = new Pipeline(Context.System, own.Stages).DrainAsync(Timeout.InfiniteTimeSpan);
        }
    }

    private void Cancel(CancellationToken token)
    {
        _run.Cancel(token);
        Context.Stop(Self);
    }

    private void Report() => _run.Options.Progress?.Report(
        new(Context.System.Scheduler.MonotonicClock - _begin, _starter.Progress));

    private void Fire(StageSignal.Fire fire)
    {
        foreach (var stage in _alive)
        {
            stage.Tell(fire);
        }
    }

    private void Fail(Exception error)
    {
        _run.Fail(error);
        if (_isSupervised && _run.Error is { } failure)
        {
            throw failure;
        }

        Context.Stop(Self);
    }
}
