using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Flows.Stages;

namespace Party.Flows.Running;

/// <summary>A flow that runs, or has run.</summary>
public sealed class FlowRun
{
    private readonly RunState _state;

    internal FlowRun(IActorRef coordinator, RunState state) => (Coordinator, _state) = (coordinator, state);

    /// <summary>The actor above the flow's stages. Where it is stopped, they are.</summary>
    public IActorRef Coordinator { get; }

    /// <summary>Completes when all events have gone through, and all stages are gone.</summary>
    /// <exception cref="FlowException">When it is awaited: an operator or a source failed.</exception>
    /// <exception cref="OperationCanceledException">When it is awaited: the flow was cancelled.</exception>
    public Task Completion => _state.Completion;

    /// <summary>Lets every open window of the flow fire, as soon as its stage comes to it.</summary>
    /// <param name="trigger">What the trigger is called.</param>
    public void Fire(string trigger) => Coordinator.Tell(new StageSignal.Fire(trigger));

    /// <summary>Lets the flow's sources be read, or wait. Producers that were there before it are not told.</summary>
    public void SetDemandMode(DemandMode mode) => Coordinator.Tell(new SetDemandMode(mode));

    /// <summary>Ends the flow now. What is under way is dropped, and <see cref="Completion"/> is cancelled.</summary>
    public void Cancel() => Coordinator.Tell(new RunSignal.Cancelled(CancellationToken.None));

    internal static FlowRun Start(
        IActorRefFactory system, RunState state, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            state.Cancel(cancellationToken);
        }

        Func<RunState> begin = () => state;
        var props = Props.Create(() => new FlowCoordinator(begin, false));
        var coordinator = state.Options.Name is { } name ? system.ActorOf(props, name) : system.ActorOf(props);
        var run = new FlowRun(coordinator, state);
        if (cancellationToken.CanBeCanceled)
        {
            var registration = cancellationToken.Register(
                () => coordinator.Tell(new RunSignal.Cancelled(cancellationToken)));
            _ = run.Completion.ContinueWith(
                _ => registration.Dispose(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return run;
    }
}
