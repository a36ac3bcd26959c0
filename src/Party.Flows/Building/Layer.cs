using Akka.Actor;
using Party.Flows.Operators;

namespace Party.Flows.Building;

/// <summary>
/// Stages that do the same work side by side, whose events are of a type: the description, without actors.
/// </summary>
internal abstract class Layer<TOut>(Shape shape)
{
    /// <summary>What is known of it.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>The same layer with one step more.</summary>
    /// <param name="shape">What is known of it then.</param>
    /// <param name="make">Makes the operator for one stage, in front of those that follow.</param>
    public abstract Layer<TNext> Then<TNext>(Shape shape, Func<StageScope, Operator<TNext>, Operator<TOut>> make);

    /// <summary>Starts the stages, after those before them.</summary>
    /// <returns>The stages, in order.</returns>
    public abstract IReadOnlyList<IActorRef> Start(FlowStarter starter, Outlet<TOut> outlet);

    /// <summary>Describes the stages before it, and then itself.</summary>
    /// <returns>Its number.</returns>
    public abstract int Describe(FlowOutline outline, string outlet);
}
