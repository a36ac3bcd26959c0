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

    /// <summary>The stages.</summary>
    public IReadOnlyList<IActorRef> Stages => stages;

    /// <summary>A stage has ended.</summary>
    /// <returns>Whether it was the last of those before.</returns>
    public bool HasLast(IActorRef ended) => _before.Remove(ended) && _before.Count == 0;
}
