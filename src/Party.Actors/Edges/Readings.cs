using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Party.Actors.Edges;

/// <summary>What the stages made of one <see cref="Props"/> read: each its own, and the same after a restart.</summary>
internal sealed class Readings<TEvent>(Func<Source<TEvent>> open)
{
    private readonly ConditionalWeakTable<IActorRef, Reading<TEvent>> _readings = [];

    /// <summary>That of a stage.</summary>
    public Reading<TEvent> Of(IActorRef stage) => _readings.GetValue(stage, _ => new(open()));
}
