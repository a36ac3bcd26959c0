namespace Party.Flows.Tests.Pipelines;

/// <summary>Operators that share events out anew, or put flows together.</summary>
public static class Routing
{
    /// <summary>One of them.</summary>
    public static Sketch Extend(Sketcher random, Sketch sketch)
    {
        var (flow, model) = (sketch.Flow, sketch.Model);
        var options = random.Options();
        var number = random.Below(30) + 1;
        return random.Below(6) switch
        {
            0 => Shuffled(sketch, options),
            1 => sketch.Across(
                $"PartitionBy({number}, {options})", flow.PartitionBy(item => item % number, options), model) with
            {
                IsPlaced = true,
            },
            2 => sketch.Across(
                $"Partition({options})",
                flow.Partition(item => (item % (options.Stages + 1)) - 1, options),
                model.Where(item => item % (options.Stages + 1) != 0)) with
            {
                IsPlaced = true,
            },
            3 => Merged(sketch, random.Other(), options),
            4 => sketch.Across(
                $"Broadcast({options})",
                Flow.Broadcast([flow], options),
                model.SelectMany(item => Enumerable.Repeat(item, options.Stages))),
            _ => Joined(random, sketch, random.Other(), options),
        };
    }

    /// <summary>The same events, at whichever stage.</summary>
    public static Sketch Shuffled(Sketch sketch, FlowOptions? options = null) =>
        sketch.Across($"Shuffle({options})", sketch.Flow.Shuffle(options), sketch.Model);

    private static Sketch Merged(Sketch one, Sketch other, FlowOptions options) => one.Across(
        $"Merge({other.Text}, {options})", Flow.Merge([one.Flow, other.Flow], options), one.Model.Concat(other.Model));

    private static Sketch Joined(Sketcher random, Sketch one, Sketch other, FlowOptions options)
    {
        // Few events have the same key, so that pairs are not too many.
        var left = one.Flow.Select(item => (Key: item % 997, item));
        var right = other.Flow.Select(item => (Key: item % 997, item));
        var lefts = one.Model.Select(item => (Key: item % 997, item)).ToList();
        var rights = other.Model.Select(item => (Key: item % 997, item)).ToList();
        return random.Below(4) switch
        {
            0 => one.Across(
                $"Join({other.Text}, {options})",
                left.Join(right, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item), options: options),
                lefts.Join(rights, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item))),
            1 => one.Across(
                $"LeftJoin({other.Text}, {options})",
                left.LeftJoin(right, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item), options: options),
                lefts.LeftJoin(rights, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item))),
            2 => one.Across(
                $"RightJoin({other.Text}, {options})",
                left.RightJoin(right, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item), options: options),
                lefts.RightJoin(rights, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item))),
            _ => one.Across(
                $"FullJoin({other.Text}, {options})",
                left.FullJoin(right, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item), options: options),
                lefts.LeftJoin(rights, a => a.Key, b => b.Key, (a, b) => Pair(a.item, b.item))
                    .Concat(rights.Where(b => lefts.All(a => a.Key != b.Key)).Select(b => Pair(0, b.item)))),
        };
    }

    private static int Pair(int one, int other) => ((one * 31) + other) % 10_007;
}
