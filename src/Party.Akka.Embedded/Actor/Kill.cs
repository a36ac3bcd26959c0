namespace Akka.Actor;

/// <summary>
/// Makes its receiver fail with an <see cref="ActorKilledException"/> once the messages before it are handled.
/// </summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    /// <summary>The only instance.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<Kill>";
}
