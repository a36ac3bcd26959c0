using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Passes whatever it is told on to one target, which sees the first sender.</summary>
public class ForwardActor : ReceiveActor
{
    /// <summary>Passes everything on to the target.</summary>
    public ForwardActor(IActorRef target) => ReceiveAny(target.Forward);

    /// <summary>Makes one.</summary>
    public static Props Props(IActorRef target) => Actor.Props.Create(() => new ForwardActor(target));
}
