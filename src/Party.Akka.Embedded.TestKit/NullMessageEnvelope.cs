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

    /// <summary>Always fails.</summary>
    /// <exception cref="IllegalActorStateException">There is no message.</exception>
    public override object? Message => throw NothingCame("message");

    /// <summary>Always fails.</summary>
    /// <exception cref="IllegalActorStateException">There is no sender.</exception>
    public override IActorRef Sender => throw NothingCame("sender");

    /// <summary>A text that no message has: <c>&lt;null&gt;</c>.</summary>
    public override string ToString() => "<null>";

    private static IllegalActorStateException NothingCame(string what) =>
        new($"Cannot tell the {what} of what was received last: nothing came. Ask whether there was a message first.");
}
