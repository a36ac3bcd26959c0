using Akka.Util;

namespace Akka.Actor;

/// <summary>What all references share: identity by path and uid, and their text form.</summary>
public abstract class ActorRefBase : IActorRef
{
    /// <inheritdoc/>
    public abstract ActorPath Path { get; }

    /// <inheritdoc/>
    public void Tell(object message, IActorRef? sender) => TellInternal(message, sender);

    /// <summary>Two references are equal when their paths and uids are.</summary>
    public bool Equals(IActorRef? other) =>
        ReferenceEquals(this, other) || (other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IActorRef);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Path.Uid);

    /// <summary>Orders by path, and among incarnations of one path by uid.</summary>
    public int CompareTo(IActorRef? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    /// <inheritdoc cref="CompareTo(IActorRef)"/>
    /// <exception cref="ArgumentException"><paramref name="obj"/> is no reference.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IActorRef other => CompareTo(other),
        _ => throw new ArgumentException($"Expected an IActorRef to compare with, got {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The path with its uid, in brackets.</summary>
    public override string ToString() => $"[{Path.ToSerializationFormat()}]";

    /// <summary>Stands in for the reference by the text of its path.</summary>
    public virtual ISurrogate ToSurrogate(ActorSystem system) => new Surrogate(Path.ToSerializationFormat());

    /// <summary>Delivers the message; <see cref="Tell"/> calls it.</summary>
    protected abstract void TellInternal(object message, IActorRef? sender);

    /// <summary>A reference as the text of its path.</summary>
    public class Surrogate : ISurrogate
    {
        /// <summary>Keeps a path in its serialization format.</summary>
        public Surrogate(string path) => Path = path;

        /// <summary>The path with address and uid.</summary>
        public string Path { get; }

        /// <summary>Looks the path up; an actor that has ended is found as an empty reference.</summary>
        public ISurrogated FromSurrogate(ActorSystem system) =>
            ((ExtendedActorSystem)system).Provider.ResolveActorRef(Path);
    }
}
