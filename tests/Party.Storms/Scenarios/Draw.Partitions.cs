using System.Collections.Immutable;
using Party.Demand.Partitions;

namespace Party.Storms.Scenarios;

/// <content>What has to do with partitions alone.</content>
public sealed partial class Draw
{
    private readonly Random _partitions = new(seed ^ 0x9a27);

    private Scenario Partition(Scenario scenario) => Freeze(Pause(Share(Address(scenario))));

    // Some producers make events for whom they are asked to; most of them push nothing.
    private Scenario Address(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsProducer && stage.IsPartitioned))
        {
            if (_partitions.Next(2) == 0)
            {
                var addressed = stage with
                {
                    Dispatcher = DispatcherKind.AddressedPartitions,
                    ParkLimit = _partitions.Next(1, 21),
                    Unwanted = -1,
                };
                var isPushing = _partitions.Next(4) == 0;
                scenario = new(
                    scenario.Stages.Replace(stage, addressed),
                    [.. scenario.Acts.Where(act => isPushing || !act.IsPushOf(stage))]);
            }
        }

        return scenario;
    }

    // Some have fewer partitions than consumers.
    private Scenario Share(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsPartitioned).ToList())
        {
            var feeding = scenario.FeedersOf(stage).Where(static one => one.IsConsumer).ToList();
            if (feeding.Count < 2 || _partitions.Next(2) == 0)
            {
                continue;
            }

            var shared = stage with
            {
                Consumers = (PartitionConsumers)_partitions.Next(1, 4),
                Partitions = _partitions.Next(1, feeding.Count),
            };
            scenario = scenario with
            {
                Stages = [.. scenario.Stages.Replace(stage, shared).Select(one => Moved(one, shared))],
            };
        }

        return scenario;
    }

    private static StagePlan Moved(StagePlan stage, StagePlan to) => stage with
    {
        Wires =
        [
            .. stage.Wires.Select(
                wire => wire.To == to.Name ? wire with { Partition = wire.Partition % to.Partitions } : wire),
        ],
    };

    // Some partitions hand nothing on for a while, or for as long as anything happens.
    private Scenario Pause(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsPartitioned))
        {
            for (var partition = 0; partition < stage.Partitions; partition++)
            {
                if (_partitions.Next(5) == 0)
                {
                    scenario = scenario with
                    {
                        Acts = ForAWhile(scenario.Acts, ActKind.Pause, ActKind.Resume, stage.Name, partition),
                    };
                }
            }
        }

        return scenario;
    }

    // Some consumers do nothing for a while, or for as long as anything happens.
    private Scenario Freeze(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsConsumer))
        {
            if (_partitions.Next(6) > 0)
            {
                continue;
            }

            scenario = new(
                scenario.Stages.Replace(stage, Freezable(stage)),
                ForAWhile(scenario.Acts, ActKind.Freeze, ActKind.Thaw, stage.Name, count: 1));
        }

        return scenario;
    }

    private ImmutableArray<Act> ForAWhile(
        ImmutableArray<Act> acts, ActKind begin, ActKind end, string stage, int count)
    {
        var from = _partitions.Next(acts.Length + 1);
        acts = acts.Insert(from, new(begin, stage, count, _partitions.Next(20)));
        return _partitions.Next(2) == 0
            ? acts
            : acts.Insert(_partitions.Next(from + 1, acts.Length + 1), new(end, stage, count, _partitions.Next(20)));
    }

    // Whoever can't wait in its handler does not ask.
    private static StagePlan Freezable(StagePlan stage) => IsToWait(stage)
        ? stage with { IsAsync = true }
        : stage with { Wires = [.. stage.Wires.Select(static wire => wire with { IsManual = true })] };
}
