using System.Globalization;
using Akka.Actor;
using Party.Flows.Sources;

namespace Party.Flows.Building;

/// <summary>What the stages of a layer get their events from.</summary>
internal sealed class Inflow<TEntry>
{
    /// <summary>What they read themselves; null where they are subscribed to others.</summary>
    public Blocks<TEntry>? Blocks { get; init; }

    /// <summary>Whom they are subscribed to.</summary>
    public IReadOnlyList<IActorRef> Producers { get; init; } = [];

    /// <summary>Whether each of them has a partition of its own.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>The partition of a stage.</summary>
    public string? PartitionOf(int stage) => IsPartitioned ? stage.ToString(CultureInfo.InvariantCulture) : null;
}
