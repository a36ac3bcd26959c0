namespace Party.Flows.Tests.Pipelines;

/// <summary>Operators that take events one by one, or a batch at a time.</summary>
public static class Mapping
{
    /// <summary>One of them.</summary>
    public static Sketch Extend(Sketcher random, Sketch sketch)
    {
        var (flow, model) = (sketch.Flow, sketch.Model);
        var number = random.Below(9) + 1;
        return random.Below(4) switch
        {
            0 => sketch.Then(
                $"Select({number})",
                flow.Select(item => Change(item, number)),
                model.Select(item => Change(item, number))),
            1 => sketch.Then(
                $"Where({number})",
                flow.Where(item => item % 10 != number),
                model.Where(item => item % 10 != number)),
            2 => sketch.Then(
                $"SelectMany({number})",
                flow.SelectMany(item => Multiply(item, number)),
                model.SelectMany(item => Multiply(item, number))),
            _ => Batch(sketch, number),
        };
    }

    /// <summary>A number made of a number, none of them large.</summary>
    public static int Change(int item, int number) => ((item * (number + 1)) + number) % 10_007;

    private static IEnumerable<int> Multiply(int item, int number) => Enumerable.Range(item, (item + number) % 3);

    private static Sketch Batch(Sketch sketch, int number) => sketch.Flow is EntryFlow<int> entry
        ? sketch.Then(
            $"SelectBatch({number})",
            entry.SelectBatch(items => items.Where(item => item % 10 != number).Select(item => item + 1)),
            sketch.Model.Where(item => item % 10 != number).Select(item => item + 1))
        : sketch;
}
