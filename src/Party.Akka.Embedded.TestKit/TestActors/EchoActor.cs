using Akka.Actor;

namespace Akka.TestKit.TestActors;

/// <summary>Tells a kit's test actor whatever it is told, and its sender too unless that is left out.</summary>
/// <remarks>Both get it with the first sender. If the test actor is the sender, it gets it once.</remarks>
public class EchoActor : ReceiveActor
{
    /// <summary>Echoes to the kit and, unless told otherwise, to the sender.</summary>
    public EchoActor(TestKitBase testkit, bool echoBackToSenderAsWell = true)
    {
        ArgumentNullException.ThrowIfNull(testkit);
        ReceiveAny(message =>
        {
            if (echoBackToSenderAsWell && !Sender.Equals(testkit.TestActor))
            {
                Sender.Forward(message);
            }

            testkit.TestActor.Forward(message);
        });
    }

    /// <summary>Makes one.</summary>
    public static Props Props(TestKitBase testkit, bool echoBackToSenderAsWell = true) =>
        Actor.Props.Create(() => new EchoActor(testkit, echoBackToSenderAsWell));
}
