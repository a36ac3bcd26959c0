using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An <see cref="AutoPilot"/> as a function: handles a message and returns who handles the next.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
