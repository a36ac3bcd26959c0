using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Storms.Stages;

/// <summary>
/// Does with a stage that fails what that says, and takes note of those that nobody had told to fail.
/// </summary>
internal sealed class StormSupervisor : ReceiveActor
{
    private readonly List<string> _failures;

    /// <param name="failures">Takes the failures that nobody had told a stage.</param>
    /// <param name="answered">Hears which stage has paused a partition, or resumed it, or refused to.</param>
    public StormSupervisor(List<string> failures, Action<string, bool> answered)
    {
        _failures = failures;
        Receive<PartitionState>(_ => answered(Sender.Path.Name, false));
        Receive<Status.Failure>(_ => answered(Sender.Path.Name, true));
        Receive<Start>(start => Sender.Tell(Context.ActorOf(start.Props, start.Name)));
    }

    /// <summary>Starts a stage under a name.</summary>
    internal sealed record Start(string Name, Props Props);

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(null, null, error =>
    {
        switch (error)
        {
            case StormException told:
                return told.Then;
            case Party.Actors.SubscriptionEndedException:
                return Directive.Stop;
            default:
                _failures.Add($"{error.GetType().Name}: {error.Message}");
                return Directive.Restart;
        }
    });
}
