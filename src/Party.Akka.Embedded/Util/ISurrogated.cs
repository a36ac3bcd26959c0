using Akka.Actor;

namespace Akka.Util;

/// <summary>Something that crosses a wire as a <see cref="ISurrogate"/> instead of itself.</summary>
public interface ISurrogated
{
    /// <summary>Makes what the other side turns back with <see cref="ISurrogate.FromSurrogate"/>.</summary>
    ISurrogate ToSurrogate(ActorSystem system);
}
