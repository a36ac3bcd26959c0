using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An auto-pilot made of a function.</summary>
public sealed class DelegateAutoPilot : AutoPilot
{
    private readonly AutoPilotDelegate _function;

    /// <summary>Wraps the function; it is asked for every message until it returns another auto-pilot.</summary>
    public DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) => _function = autoPilotDelegate;

    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => _function(sender, message);
}
