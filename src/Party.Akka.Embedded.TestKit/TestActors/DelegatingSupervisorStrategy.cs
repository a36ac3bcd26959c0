using Akka.Actor;
using Akka.Actor.Cells;

namespace Akka.TestKit.TestActors;

/// <summary>Supervises each child as was asked for it, and stops the others when they fail.</summary>
internal sealed class DelegatingSupervisorStrategy : SupervisorStrategy
{
    private readonly Dictionary<IActorRef, SupervisorStrategy> _strategies = [];

    public override IDecider Decider => DefaultDecider;

    /// <summary>Supervises a child by this strategy from now on.</summary>
    public void Update(IActorRef child, SupervisorStrategy strategy) => _strategies[child] = strategy;

    internal override void ProcessFailure(ActorCell cell, bool restart, ChildStats failed, Exception cause) =>
        For(failed.Child).ProcessFailure(cell, restart, failed, cause);

    protected override Directive Handle(IActorRef child, Exception exception) => For(child).Decider.Decide(exception);

    private SupervisorStrategy For(IActorRef child) => _strategies.GetValueOrDefault(child, StoppingStrategy);
}
