using Akka.Actor;

namespace Party.Simulation.Tests;

/// <summary>Hands every message to a function, with its context.</summary>
public sealed class Acting : ReceiveActor
{
    public Acting(Action<IActorContext, object> handle) => ReceiveAny(message => handle(Context, message));

    public static Props Props(Action<IActorContext, object> handle) =>
        Akka.Actor.Props.Create(() => new Acting(handle));
}
