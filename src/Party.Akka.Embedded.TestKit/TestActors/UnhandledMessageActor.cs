using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Handles nothing: whatever it is told is published as an unhandled message.</summary>
public class UnhandledMessageActor : ReceiveActor
{
    /// <summary>Refuses everything.</summary>
    public UnhandledMessageActor() => ReceiveAny(Unhandled);
}
