using Akka.Actor.Cells;
using Akka.Dispatch.Mailing;

namespace Party.Simulation.Faulting;

/// <summary>Something that happens to an actor when a certain message comes.</summary>
/// <param name="Actor">The actor's path.</param>
/// <param name="Number">Which message, from 1.</param>
/// <param name="Description">For the trace: what happens to the actor.</param>
/// <param name="Happen">Lets it happen, and says what becomes of the message.</param>
internal sealed record MessageFault(
    string Actor, int Number, string Description, Func<ActorCell, Treatment> Happen)
{
    private int _seen;

    /// <summary>Counts a message of the actor; true if it is the one.</summary>
    public bool IsNow() => ++_seen == Number;

    public override string ToString() => $"{Actor} {Description} in message {Number}: {_seen} came";
}
