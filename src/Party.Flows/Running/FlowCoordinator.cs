using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
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
    private DemandMode _mode;
    private int _failures;
    private int _connected;

    public FlowCoordinator(Func<RunState> begin, bool isSupervised)
    {
        (_run, _isSupervised) = (begin(), isSupervised);
        _starter = new(Context, _run.Options);
        _mode = _run.Options.DemandMode;
        _begin = Context.System.Scheduler.MonotonicClock;
        Receive<StageSignal.Ready>(_ => Ready());
        Receive<SubscriptionMade>(_ => Connected());
        Receive<SubscriptionRejected>(rejected => Refused(rejected.Reason));
        Receive<Status.Failure>(failure => Refused(failure.Cause.Message));
        Receive<Terminated>(gone => Left(gone.ActorRef));
        Receive<RunSignal.Report>(_ => Report());
        Receive<StageSignal.Fire>(Fire);
        Receive<SetDemandMode>(SetMode);
        Receive<RunSignal.Cancelled>(cancelled => Cancel(cancelled.Token));
        Receive<RunSignal.Failed>(failed => Fail(failed.Error, failed.Place));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private bool IsReady => _ready.Count == _starter.Subscribing && _connected == _starter.Connecting;

    protected override void PreStart()
    {
        if (_run.IsCancelled)
        {
            Context.Stop(Self);
            return;
        }

        try
        {
            _run.Begin(_starter);
        }
        catch (Exception error)
        {
            Refuse(error);
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
        TryReport();
        _run.End();
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(Decide);

    private Directive Decide(Exception error)
    {
        // A user's own stage would come back without the subscriptions that it was told to make.
        var isFinal = error is ActorInitializationException or FlowException { IsFinal: true }
            || _starter.Own.Exists(own => own.Stages.Contains(Sender));
        if (!isFinal && _failures++ < _run.Options.Restarts)
        {
            return Directive.Restart;
        }

        Self.Tell(new RunSignal.Failed(error, $"stage {Sender.Path}"));
        return Directive.Stop;
    }

    private void Ready()
    {
        _ready.Add(Sender);
        Forward();
    }

    private void Connected()
    {
        _connected++;
        Forward();
    }

    private void Refused(string reason) => Refuse(new InvalidOperationException(
        $"Expected {Sender.Path} to subscribe to the flow's stages, got: {reason}"));

    private void Forward()
    {
        if (IsReady && _mode == DemandMode.Forward)
        {
            Tell(DemandMode.Forward);
        }
    }

    // Before all have subscribed, nothing is read whatever the mode.
    private void SetMode(SetDemandMode change)
    {
        _mode = change.Mode;
        if (IsReady)
        {
            Tell(_mode);
        }
    }

    private void Tell(DemandMode mode)
    {
        foreach (var stage in _starter.Held.Where(_alive.Contains))
        {
            stage.SetDemandMode(mode);
        }
    }

    private void Left(IActorRef stage)
    {
        if (!_alive.Remove(stage))
        {
            LeftBy(stage);
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

        // Those that were gone before they had subscribed are not missed by the stages before.
        foreach (var before in _starter.Own.Where(own => own.IsLast(stage)).SelectMany(static own => own.Before))
        {
            Context.Stop(before);
        }
    }

    private void LeftBy(IActorRef consumer)
    {
        if (_starter.Consumers.Remove(consumer) && _starter.Consumers.Count == 0)
        {
            _run.Finish();
            Context.Stop(Self);
        }
    }

    private void Cancel(CancellationToken token)
    {
        _run.Cancel(token);
        Context.Stop(Self);
    }

    private void Report()
    {
        if (!TryReport())
        {
            End();
        }
    }

    private bool TryReport()
    {
        try
        {
            _run.Options.Progress?.Report(new(Context.System.Scheduler.MonotonicClock - _begin, _starter.Progress));
            return true;
        }
        catch (Exception error)
        {
            const string Told = "which was told how far the flow has come";
            _run.Fail(FlowException.Without(nameof(FlowRunOptions.Progress), Told, error), nameof(Report));
            return false;
        }
    }

    private void Fire(StageSignal.Fire fire)
    {
        foreach (var stage in _alive.Where(stage => !_starter.IsOther(stage)))
        {
            stage.Tell(fire);
        }
    }

    private void Refuse(Exception error)
    {
        _run.Refuse(error);
        End();
    }

    private void Fail(Exception error, string place)
    {
        _run.Fail(error, place);
        End();
    }

    private void End()
    {
        if (_isSupervised && _run.Error is { } failure)
        {
            throw failure;
        }

        Context.Stop(Self);
    }
}
