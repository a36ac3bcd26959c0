using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Answers for a test actor: it sees every message as it arrives, before the test receives it.</summary>
/// <remarks>It runs inside the test actor, on that actor's thread; the message still reaches the test.</remarks>
public abstract class AutoPilot
{
    /// <summary>Returned by <see cref="Run"/>: ask no auto-pilot from now on.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Returned by <see cref="Run"/>: ask this auto-pilot for the next message too.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Handles one message.</summary>
    /// <returns>Who handles the next one.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
