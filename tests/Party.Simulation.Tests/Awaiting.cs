using Akka.Actor;

namespace Party.Simulation.Tests;

/// <summary>Hands every message to an asynchronous function, with its context.</summary>
public sealed class Awaiting : ReceiveActor
{
    public Awaiting(Func<IActorContext, object, Task> handle) => ReceiveAnyAsync(message => handle(Context, message));

    public static Props Props(Func<IActorContext, object, Task> handle) =>
        Akka.Actor.Props.Create(() => new Awaiting(handle));
}
