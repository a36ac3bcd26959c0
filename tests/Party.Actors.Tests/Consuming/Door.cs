using Akka.Actor;

namespace Party.Actors.Tests.Consuming;

/// <summary>A producer of a name, for which a probe speaks: stopped and started anew it is another actor.</summary>
internal sealed class Door(IActorRef probe) : UntypedActor
{
    protected override void OnReceive(object message) => probe.Forward(message);
}
