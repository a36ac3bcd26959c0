namespace Party.Flows.Tests.Pipelines;

/// <summary>Operators that make a state of events.</summary>
public static class Reducing
{
    /// <summary>One of them.</summary>
    public static Sketch Extend(Sketcher random, Sketch sketch)
    {
        if (sketch.IsReduced)
        {
            sketch = Routing.Shuffled(sketch, random.Options());
        }

        var (flow, model) = (sketch.Flow, sketch.Model);
        var number = random.Below(50);
        return random.Below(6) switch
        {
            0 => sketch.Across("Aggregate.Combine", flow.Aggregate(0, Add).Combine(Add), [model.Aggregate(0, Add)]),
            1 => sketch.Then(
                "Aggregate.EmitEvents", flow.Aggregate(() => new List<int>(), Keep).EmitEvents(), model) with
            {
                IsReduced = true,
            },
            2 => sketch.Across(
                "Aggregate.EmitState",
                flow.Shuffle(random.Options() with { Stages = 1 }).Aggregate(1, Add).EmitState(),
                [model.Aggregate(1, Add)]) with
            {
                IsReduced = true,
            },
            3 => sketch.Across(
                "EmitAndAggregate",
                flow.Shuffle(random.Options() with { Stages = 1 })
                    .EmitAndAggregate<int, int>(() => 0, (count, item) => ([item, item + 1], count + 1))
                    .OnTrigger(count => [count % 10_007]),
                model.SelectMany(item => new[] { item, item + 1 }).Append(model.Count % 10_007)) with
            {
                IsReduced = true,
            },
            4 => sketch.Across(
                $"TakeSorted({number})",
                flow.Aggregate(() => new List<int>(), Keep).TakeSorted(number).SelectMany(list => list),
                model.Order().Take(number)),
            _ => sketch.Across(
                "Departition",
                flow.Aggregate(0, Add).Departition(() => 5, Add, (sum, _) => sum),
                [Add(5, model.Aggregate(0, Add))]),
        };
    }

    private static int Add(int sum, int item) => (sum + item) % 10_007;

    private static List<int> Keep(List<int> list, int item)
    {
        list.Add(item);
        return list;
    }
}
