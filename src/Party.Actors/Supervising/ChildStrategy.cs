using Akka.Actor;

namespace Party.Actors.Supervising;

/// <summary>Leaves the decision on a failure to a function that is told whose it is.</summary>
internal sealed class ChildStrategy(Func<IActorRef, Exception, Directive> decide)
    : OneForOneStrategy(Akka.Actor.SupervisorStrategy.DefaultDecider)
{
    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception) => decide(child, exception);
}
