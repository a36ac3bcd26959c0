using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Says that the auto-pilot in place stays in place.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only one: it can be compared by reference.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>Never asked: it stands for the auto-pilot that returned it.</summary>
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException(
            "Cannot run KeepRunning. It only says that another auto-pilot stays in place.");
}
