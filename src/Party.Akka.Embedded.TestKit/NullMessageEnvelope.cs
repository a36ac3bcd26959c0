using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for the message that did not arrive in time.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    /// <summary>The only one: it can be compared by reference.</summary>
    public static readonly NullMessageEnvelope Instance = new();

    private NullMessageEnvelope()
    {
    }

    /// <summary>Always null.</summary>
    public override object? Message => null;

    /// <summary>Always <see cref="ActorRefs.NoSender"/>.</summary>
    public override IActorRef Sender => ActorRefs.NoSender!; // Whoever looks at it has seen that no message came.

    /// <summary>A text that no message has: <c>&lt;null&gt;</c>.</summary>
    public override string ToString() => "<null>";
}
