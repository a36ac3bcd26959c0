using Akka.Actor.Hosting;

namespace Akka.Actor;

/// <summary>The id of <see cref="CoordinatedShutdown"/>.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    /// <inheritdoc/>
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system) => new((EmbeddedActorSystem)system);
}
