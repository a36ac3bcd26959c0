namespace Akka.Actor;

/// <summary>
/// Asks who is there: every actor answers with <see cref="ActorIdentity"/>, and so do the dead letters in the name of
/// nobody.
/// </summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Asks under an id that comes back in the answer.</summary>
    public Identify(object messageId) => MessageId = messageId;

    /// <summary>Comes back in <see cref="ActorIdentity.MessageId"/>.</summary>
    public object MessageId { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    /// <inheritdoc/>
    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => $"<Identify> {MessageId}";
}
