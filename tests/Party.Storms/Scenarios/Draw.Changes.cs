using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Storms.Scenarios;

/// <content>Partitions that are changed while events flow.</content>
public sealed partial class Draw
{
    private readonly Random _changes = new(seed ^ 0x3c19);

    // Some partitions are added and removed, and keys move; consumers of added ones come a little later.
    private Scenario Change(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsPartitioned))
        {
            if (_changes.Next(3) > 0)
            {
                continue;
            }

            var at = 0;
            for (var changes = _changes.Next(1, 4); changes > 0; changes--)
            {
                at = _changes.Next(at, scenario.Acts.Length + 1);
                var map = Map(stage);
                var act = new Act(ActKind.Change, stage.Name, Count: 1, _changes.Next(30)) { Map = map };
                scenario = scenario with { Acts = scenario.Acts.Insert(at++, act) };
                scenario = Enumerable.Range(stage.Partitions, MapPlan.MostAdded)
                    .Where(partition => partition < map.Partitions)
                    .Aggregate(scenario, (one, partition) => Feed(one, stage, partition, at));
            }
        }

        return scenario;
    }

    private MapPlan Map(StagePlan stage)
    {
        var map = new MapPlan(stage.Partitions, _changes.Next(1, stage.Partitions + MapPlan.MostAdded + 1), 0)
        {
            Removed = _changes.Next(8) switch
            {
                0 => RemovedPartitions.Refuse,
                < 4 => RemovedPartitions.Move,
                _ => RemovedPartitions.Drain,
            },
            Seconds = _changes.Next(8) == 0 ? _changes.Next(1, 40) : 0,
            OnTimeout = (MoveTimeoutPolicy)_changes.Next(2),
        };
        var shift = _changes.Next(map.Keys);
        return Enumerable.Range(shift, map.Keys)
            .Select(one => map with { Shift = one % map.Keys })
            .FirstOrDefault(static one => one.IsFull, map with { Partitions = stage.Partitions, Shift = shift });
    }

    // One consumer for each that is added, whenever it is; now and then there is none.
    private Scenario Feed(Scenario scenario, StagePlan stage, int partition, int from)
    {
        var newcomer = scenario.FeedersOf(stage)
            .FirstOrDefault(one => one.Wires.Any(wire => wire.To == stage.Name && wire.Partition == partition));
        if (newcomer is null)
        {
            if (_changes.Next(6) == 0)
            {
                return scenario;
            }

            newcomer = Newcomer(scenario, stage, partition);
            scenario = scenario with { Stages = scenario.Stages.Add(newcomer) };
        }

        var act = new Act(ActKind.Subscribe, newcomer.Name, Count: 1, _changes.Next(20));
        return scenario with { Acts = scenario.Acts.Insert(_changes.Next(from, scenario.Acts.Length + 1), act) };
    }

    private StagePlan Newcomer(Scenario scenario, StagePlan stage, int partition)
    {
        var max = _changes.Next(1, 13);
        var isRetained = scenario.IsAnyRetainedOf(stage);
        var wire = new Wire(
            stage.Name,
            max,
            _changes.Next(0, max),
            (CancelMode)_changes.Next(3),
            partition,
            _changes.Next(5) == 0,
            isRetained ? DeliveryMode.AtLeastOnce : DeliveryMode.AtMostOnce,
            isRetained && _changes.Next(3) == 0 ? Confirmation.ByHand : Confirmation.WhenHandled);
        var consumers = scenario.Stages.Count(static one => one.IsConsumer);
        return new($"c{consumers}") { Wires = [wire], JoinsLate = true };
    }
}
