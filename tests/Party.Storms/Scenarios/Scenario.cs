using System.Collections.Immutable;
using Party.Demand.Subscriptions;

namespace Party.Storms.Scenarios;

/// <summary>A pipeline, and what happens to it.</summary>
/// <param name="Stages">The stages, upstream first.</param>
/// <param name="Acts">What happens, in order.</param>
public sealed record Scenario(ImmutableArray<StagePlan> Stages, ImmutableArray<Act> Acts)
{
    public StagePlan Stage(string name) => Stages.First(stage => stage.Name == name);

    /// <summary>Whether an event may reach several consumers.</summary>
    public bool Copies => Stages.Any(static stage => stage.Copies);

    /// <summary>Whether there is a stage between two others.</summary>
    public bool HasMiddle => Stages.Any(static stage => !stage.IsConsumer && !stage.IsProducer);

    /// <summary>Whether any event is delivered at least once.</summary>
    public bool IsAnyRetained =>
        Stages.Any(stage => stage.Wires.Any(static wire => wire.Delivery == DeliveryMode.AtLeastOnce));

    /// <summary>The subscriptions to a stage.</summary>
    public IEnumerable<Wire> Feeds(StagePlan stage) =>
        Stages.SelectMany(static one => one.Wires).Where(wire => wire.To == stage.Name);

    /// <summary>Whether every event is delivered at least once, all the way.</summary>
    public bool IsAtLeastOnce =>
        Stages.All(stage => stage.Wires.All(static wire => wire.Delivery == DeliveryMode.AtLeastOnce));

    public override string ToString() =>
        string.Join(
            Environment.NewLine, [.. Stages.Select(stage => $"  {stage}"), .. Acts.Select(act => $"  - {act}")]);
}
