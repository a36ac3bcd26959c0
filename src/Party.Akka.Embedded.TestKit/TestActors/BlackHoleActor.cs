using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Takes every message as handled and does nothing with it.</summary>
public class BlackHoleActor : ActorBase
{
    /// <summary>Makes one.</summary>
    public static Props Props => Props.Create(() => new BlackHoleActor());

    /// <summary>Says that the message was handled.</summary>
    protected override bool Receive(object message) => true;
}
