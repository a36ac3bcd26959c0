namespace Party.Flows.Tests.Pipelines;

/// <summary>Operators that work key by key.</summary>
public static class Keying
{
    /// <summary>One of them.</summary>
    public static Sketch Extend(Sketcher random, Sketch sketch)
    {
        var modulus = random.Below(4) == 0 ? 10_007 : random.Below(60) + 1;
        var way = random.Below(5);
        sketch = Placed(random, sketch, modulus, isWhole: way == 4);
        return way switch
        {
            0 => Count(random, sketch, modulus),
            1 => Aggregate(random, sketch, modulus),
            2 => Group(random, sketch, modulus),
            3 => sketch.Then(
                $"DistinctBy({modulus})",
                sketch.Flow.DistinctBy(item => item % modulus).Select(item => item % modulus),
                sketch.Model.Select(item => item % modulus).Distinct()) with
            {
                IsPlaced = true,
            },
            _ => sketch.Then("Distinct", sketch.Flow.Distinct(), sketch.Model.Distinct()) with { IsPlaced = true },
        };
    }

    // The user's partitions are taken for those of the key; so they had better be.
    private static Sketch Placed(Sketcher random, Sketch sketch, int modulus, bool isWhole)
    {
        if (random.Below(4) == 0)
        {
            var options = random.Options();
            var flow = isWhole
                ? sketch.Flow.PartitionBy(item => item, options)
                : sketch.Flow.PartitionBy(item => item % modulus, options);
            return sketch.Across($"PartitionBy(key, {options})", flow, sketch.Model);
        }

        return sketch.IsPlaced ? Routing.Shuffled(sketch) : sketch;
    }

    private static Sketch Count(Sketcher random, Sketch sketch, int modulus)
    {
        var combines = random.Below(2) == 0;
        return Reduced(sketch).Then(
            $"CountBy({modulus}, {combines})",
            sketch.Flow.CountBy(item => item % modulus, combinesFirst: combines).Select(Number),
            sketch.Model.CountBy(item => item % modulus).Select(Number));
    }

    private static Sketch Aggregate(Sketcher random, Sketch sketch, int modulus)
    {
        Func<int, int, int>? combine = random.Below(2) == 0 ? Add : null;
        return Reduced(sketch).Then(
            $"AggregateBy({modulus}, {combine is not null})",
            sketch.Flow.AggregateBy(item => item % modulus, _ => 0, Add, combine).Select(Number),
            sketch.Model.AggregateBy(item => item % modulus, _ => 0, Add).Select(Number));
    }

    private static Sketch Group(Sketcher random, Sketch sketch, int modulus)
    {
        var order = random.Below(2) == 0 ? GroupOrder.Arrival : GroupOrder.Reversed;
        return Reduced(sketch).Then(
            $"GroupBy({modulus}, {order})",
            sketch.Flow.GroupBy(item => item % modulus, item => item + 1, order: order).Select(Number),
            sketch.Model.GroupBy(item => item % modulus, item => item + 1).Select(Number));
    }

    private static Sketch Reduced(Sketch sketch) => sketch with { IsReduced = true, IsPlaced = false };

    private static int Add(int sum, int item) => (sum + item) % 10_007;

    private static int Number(KeyValuePair<int, int> pair) => Mapping.Change(pair.Value, pair.Key % 100);

    private static int Number(IGrouping<int, int> group) =>
        Mapping.Change(group.Aggregate(group.Count(), Add), group.Key % 100);
}
