using Akka.Actor;

namespace Party.Actors.Draining;

/// <summary>
/// A consuming stage whose pipeline is being drained: it belongs to its reference, and outlives a restart.
/// </summary>
internal sealed class Departure
{
    /// <summary>Whether the stage itself has been told to drain, and makes no subscription any more.</summary>
    public bool HasBegun { get; set; }

    /// <summary>Who waits for a stage that only consumes.</summary>
    public HashSet<IActorRef> Askers { get; } = [];
}
