using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Tells its sender whatever it is told.</summary>
public class SimpleEchoActor : ReceiveActor
{
    /// <summary>Echoes to the sender, from itself.</summary>
    public SimpleEchoActor() => ReceiveAny(message => Sender.Tell(message, Self));

    /// <summary>Makes one.</summary>
    public static Props Props() => Actor.Props.Create(() => new SimpleEchoActor());
}
