using Akka.Actor;

namespace Party.Flows.Building;

/// <summary>
/// Stages of a user's that the flow has started: they know nothing of its end, and are drained when it comes.
/// </summary>
/// <param name="stages">The stages.</param>
/// <param name="before">Those that they are subscribed to.</param>
internal sealed class OwnStages(IReadOnlyList<IActorRef> stages, IEnumerable<IActorRef> before)
{
    private readonly HashSet<IActorRef> _before = [.. before];

    private readonly HashSet<IActorRef> _alive = [.. stages];

    /// <summary>The stages.</summary>
    public IReadOnlyList<IActorRef> Stages => stages;

    /// <summary>Those that they are subscribed to and that have not ended.</summary>
    public IEnumerable<IActorRef> Before => _before;

    /// <summary>A stage has ended.</summary>
    /// <returns>Whether it was the last of those before.</returns>
    public bool HasLast(IActorRef ended) => _before.Remove(ended) && _before.Count == 0;

    /// <summary>One of them has ended.</summary>
    /// <returns>Whether it was the last of them.</returns>
    public bool IsLast(IActorRef ended) => _alive.Remove(ended) && _alive.Count == 0;
}
