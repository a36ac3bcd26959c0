using Akka.Actor;

namespace Party.Logging;

/// <summary>The id of <see cref="LoggerFactoryExtension"/>.</summary>
public sealed class LoggerFactoryProvider : ExtensionIdProvider<LoggerFactoryExtension>
{
    /// <inheritdoc/>
    public override LoggerFactoryExtension CreateExtension(ExtendedActorSystem system) => new();
}
