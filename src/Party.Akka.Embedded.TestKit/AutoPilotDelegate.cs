using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An <see cref="AutoPilot"/> as a function: handles one message and returns who handles the next one.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
