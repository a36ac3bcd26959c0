using Akka.Actor;

namespace Akka.Util;

/// <summary>The stand-in for an <see cref="ISurrogated"/>: plain data that any serializer can write.</summary>
public interface ISurrogate
{
    /// <summary>Makes the original again, resolved within <paramref name="system"/>.</summary>
    ISurrogated FromSurrogate(ActorSystem system);
}
