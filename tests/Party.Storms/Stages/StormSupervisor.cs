using Akka.Actor;

namespace Party.Storms.Stages;

/// <summary>
/// Does with a stage that fails what that says, and takes note of those that nobody had told to fail.
/// </summary>
internal sealed class StormSupervisor : ReceiveActor
{
    private readonly List<string> _failures;

    public StormSupervisor(List<string> failures)
    {
        _failures = failures;
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
