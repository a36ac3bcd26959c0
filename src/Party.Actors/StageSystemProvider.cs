using Akka.Actor;

namespace Party.Actors;

/// <summary>The id of <see cref="StageSystem"/>, for <c>akka.extensions</c>.</summary>
public sealed class StageSystemProvider : ExtensionIdProvider<StageSystem>
{
    internal static StageSystemProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override StageSystem CreateExtension(ExtendedActorSystem system) => new(system);
}
