namespace Party.Storms.Scenarios;

/// <content>What has to do with partitions alone.</content>
public sealed partial class Draw
{
    private readonly Random _partitions = new(seed ^ 0x9a27);

    private Scenario Partition(Scenario scenario) => Freeze(Address(scenario));

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

    // Some consumers do nothing for a while, or for as long as anything happens.
    private Scenario Freeze(Scenario scenario)
    {
        foreach (var stage in scenario.Stages.Where(static stage => stage.IsConsumer))
        {
            if (_partitions.Next(6) > 0)
            {
                continue;
            }

            var from = _partitions.Next(scenario.Acts.Length + 1);
            var acts = scenario.Acts.Insert(from, new(ActKind.Freeze, stage.Name, Count: 1, _partitions.Next(20)));
            if (_partitions.Next(2) == 0)
            {
                var to = _partitions.Next(from + 1, acts.Length + 1);
                acts = acts.Insert(to, new(ActKind.Thaw, stage.Name, Count: 1, _partitions.Next(20)));
            }

            scenario = new(scenario.Stages.Replace(stage, Freezable(stage)), acts);
        }

        return scenario;
    }

    // Whoever can't wait in its handler does not ask.
    private static StagePlan Freezable(StagePlan stage) => IsToWait(stage)
        ? stage with { IsAsync = true }
        : stage with { Wires = [.. stage.Wires.Select(static wire => wire with { IsManual = true })] };
}
