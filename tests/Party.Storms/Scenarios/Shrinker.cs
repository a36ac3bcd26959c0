using Party.Demand.Partitions;

namespace Party.Storms.Scenarios;

/// <summary>Makes a scenario that fails as small as it can be, as long as it fails.</summary>
public static class Shrinker
{
    /// <param name="scenario">One that fails.</param>
    /// <param name="fails">Whether a smaller one still does.</param>
    public static Scenario Shrink(Scenario scenario, Func<Scenario, bool> fails)
    {
        while (Smaller(scenario).Where(IsSound).FirstOrDefault(fails) is { } smaller)
        {
            scenario = smaller;
        }

        return scenario;
    }

    // A drain without a deadline has to end by itself.
    private static bool IsSound(Scenario scenario) =>
        scenario.EndsByItself || !scenario.Acts.Any(static act => act.IsDrain && act.Count < 0);

    private static IEnumerable<Scenario> Smaller(Scenario scenario)
    {
        foreach (var act in scenario.Acts)
        {
            yield return scenario with { Acts = scenario.Acts.Remove(act) };
        }

        foreach (var stage in scenario.Stages.Where(stage => stage.IsConsumer))
        {
            yield return new(
                scenario.Stages.Remove(stage), [.. scenario.Acts.Where(act => act.Stage != stage.Name)]);
        }

        foreach (var stage in scenario.Stages)
        {
            foreach (var simpler in Simpler(stage))
            {
                yield return scenario with { Stages = scenario.Stages.Replace(stage, simpler) };
            }
        }

        foreach (var act in scenario.Acts.Where(act => act.Map is { Seconds: > 0 }))
        {
            yield return scenario with
            {
                Acts = scenario.Acts.Replace(act, act with { Map = act.Map! with { Seconds = 0 } }),
            };
        }

        foreach (var act in scenario.Acts.Where(act => act.Count > 1))
        {
            yield return scenario with { Acts = scenario.Acts.Replace(act, act with { Count = act.Count / 2 }) };
        }
    }

    private static IEnumerable<StagePlan> Simpler(StagePlan stage)
    {
        if (stage.Limit > 1)
        {
            yield return stage with { Limit = stage.Limit / 2 };
            yield return stage with { Limit = stage.Limit - 1 };
        }

        if (stage.IsAsync)
        {
            yield return stage with { IsAsync = false };
        }

        if (stage.IsLate)
        {
            yield return stage with { IsLate = false };
        }

        if (stage is { IsPartitioned: true, Consumers: > PartitionConsumers.ExclusiveWithStandbys })
        {
            yield return stage with { Consumers = stage.Consumers - 1 };
        }

        if (stage.IsAddressed)
        {
            yield return stage with { Dispatcher = DispatcherKind.Partitions };
        }

        if (stage.Unwanted >= 0)
        {
            yield return stage with { Unwanted = -1 };
        }

        foreach (var wire in stage.Wires.Where(wire => wire.MaxDemand > 1))
        {
            var half = wire.MaxDemand / 2;
            var smaller = wire with { MaxDemand = half, MinDemand = Math.Min(wire.MinDemand, half - 1) };
            yield return stage with { Wires = stage.Wires.Replace(wire, smaller) };
        }
    }
}
