using System.Collections.Immutable;
using Akka.Actor;
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

    /// <summary>Whether consumers choose among the events of a stage.</summary>
    public bool IsAnySelective => Stages.Any(
        stage => stage.Dispatcher == DispatcherKind.BroadcastWithSelectors && Feeds(stage).Any(Wire.IsSelective));

    /// <summary>Whether no stage is told to leave for good.</summary>
    public bool IsNobodyLeaving => IsNobodyToldToLeave
        && Stages.All(stage => Maps(stage).All(map => map.Partitions == MostPartitions(stage)));

    /// <summary>Whether a consumer may never be done with what it has.</summary>
    public bool IsAnyStuck => Acts.Any(static act => act.Kind == ActKind.Stick);

    /// <summary>Whether a consumer waits until it is told to go on.</summary>
    public bool IsAnyFrozen => Acts.Any(static act => act.Kind == ActKind.Freeze);

    /// <summary>Whether the pipeline is drained while things happen to it.</summary>
    public bool IsDrained => Acts.Any(static act => act.IsDrain);

    /// <summary>Whether the time of a drain may be up at any moment.</summary>
    public bool IsHasty => Acts.Any(static act => act.IsHasty);

    /// <summary>
    /// Whether a drain needs no deadline. It does where a handler is stuck; where pooled demand can be used up by what
    /// is parked where nobody is; and where a stage in the middle waits for the confirmation of what nobody is there
    /// for.
    /// </summary>
    public bool EndsByItself => !IsAnyStuck
        && Stages.All(static stage => stage.Dispatcher != DispatcherKind.PooledPartitions)
        && (IsEveryoneThere || !Stages.Any(stage => !stage.IsConsumer && stage.Wires.Any(Wire.IsRetained)));

    /// <summary>Whether every event has a way to a consumer, and nothing that happens takes that away.</summary>
    public bool IsEverythingToArrive => IsAtLeastOnce && IsNobodyToldToLeave && !IsAnySelective && Stages.All(IsFed);

    private bool IsEveryoneThere => IsNobodyLeaving && Stages.All(stage => !stage.JoinsLate && IsFed(stage));

    // Whoever is served from a partition that is no more leaves too.
    private bool IsNobodyToldToLeave => Acts.All(static act => act.Kind is not (ActKind.Stop or ActKind.Cancel)
        && !(act.Kind == ActKind.Crash && act.Then == Directive.Stop));

    private bool IsFed(StagePlan stage) => stage.IsConsumer
        || (stage.IsPartitioned ? MostPartitions(stage) == FedPartitions(stage) : Feeds(stage).Any());

    /// <summary>Whether the partitions of a stage are changed.</summary>
    public bool IsChanged(StagePlan stage) => ChangesOf(stage).Any();

    /// <summary>Whether an event may have to wait for its old partition for a time only.</summary>
    public bool IsHurried(StagePlan stage) => ChangesOf(stage).Any(static map => map.Seconds > 0);

    private IEnumerable<MapPlan> ChangesOf(StagePlan stage) =>
        Acts.Where(act => act.Stage == stage.Name).Select(static act => act.Map).OfType<MapPlan>();

    // With what it begins with.
    private IEnumerable<MapPlan> Maps(StagePlan stage) => stage.IsPartitioned
        ? ChangesOf(stage).Prepend(MapPlan.Begin(stage.Partitions))
        : [];

    private int MostPartitions(StagePlan stage) => Maps(stage).Select(static map => map.Partitions).Append(0).Max();

    private int FedPartitions(StagePlan stage) => Feeds(stage).Select(static wire => wire.Partition).Distinct().Count();

    /// <summary>
    /// Whether a partition of a stage has nothing to do with what happens to the others: the stage makes events of each
    /// as it is asked to, and no others.
    /// </summary>
    public bool IsIsolated(StagePlan stage) => stage.IsProducer && stage.IsAddressed && !IsChanged(stage)
        && !Acts.Any(act => act.IsPushOf(stage));

    /// <summary>The subscriptions to a stage.</summary>
    public IEnumerable<Wire> Feeds(StagePlan stage) =>
        Stages.SelectMany(static one => one.Wires).Where(wire => wire.To == stage.Name);

    /// <summary>The stages that subscribe to a stage.</summary>
    public IEnumerable<StagePlan> FeedersOf(StagePlan stage) =>
        Stages.Where(one => one.Wires.Any(wire => wire.To == stage.Name));

    /// <summary>Whether any subscription to a stage is delivered to at least once.</summary>
    public bool IsAnyRetainedOf(StagePlan stage) =>
        Feeds(stage).Any(static wire => wire.Delivery == DeliveryMode.AtLeastOnce);

    /// <summary>Whether all subscriptions to a stage are.</summary>
    public bool IsAllRetainedOf(StagePlan stage) =>
        Feeds(stage).All(static wire => wire.Delivery == DeliveryMode.AtLeastOnce);

    /// <summary>Whether every event is delivered at least once, all the way.</summary>
    public bool IsAtLeastOnce =>
        Stages.All(stage => stage.Wires.All(static wire => wire.Delivery == DeliveryMode.AtLeastOnce));

    public override string ToString() =>
        string.Join(
            Environment.NewLine, [.. Stages.Select(stage => $"  {stage}"), .. Acts.Select(act => $"  - {act}")]);
}
