namespace Party.Flows.Tests;

public sealed class OperatorTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(1, 10_000)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Select_where_and_select_many_are_those_of_linq(int stages)
    {
        var flow = Flow.From(Numbers, new() { Stages = stages })
            .Select(number => number * 3)
            .Where(number => number % 2 == 0)
            .SelectMany(number => Enumerable.Repeat(number, number % 5));

        Assert.Equal(
            from number in Numbers
            let triple = number * 3
            where triple % 2 == 0
            from copy in Enumerable.Repeat(triple, triple % 5)
            select copy,
            await Sorted(flow));
    }

    [Fact]
    public async Task A_sequence_is_read_by_one_stage_for_several()
    {
        var flow = Flow.From(Numbers.Where(_ => true), new() { Stages = 4 }).Select(number => -number);

        Assert.Equal(Numbers.Select(number => -number).Order(), await Sorted(flow));
    }

    [Fact]
    public async Task Counting_by_key_is_that_of_linq()
    {
        var flow = Flow.From(Numbers, new() { Stages = 3 }).CountBy(number => number % 7);

        Assert.Equal(
            Numbers.CountBy(number => number % 7).OrderBy(pair => pair.Key),
            (await Run(flow)).OrderBy(pair => pair.Key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Very_many_keys_are_combined_and_none_is_lost(bool combinesFirst)
    {
        var numbers = Enumerable.Range(0, 200_000).Select(number => number % 100_000).ToArray();

        var flow = Flow.From(numbers, new() { Stages = 2 })
            .CountBy(number => number, combinesFirst: combinesFirst);

        Assert.Equal(
            Enumerable.Range(0, 100_000).Select(number => KeyValuePair.Create(number, 2)),
            (await Run(flow)).OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task A_key_meets_in_one_stage()
    {
        var flow = Flow.From(Numbers, new() { Stages = 3 })
            .PartitionBy(number => number % 7, new() { Stages = 5 })
            .Aggregate(() => new HashSet<int>(), (keys, number) => { keys.Add(number % 7); return keys; })
            .EmitEvents();

        Assert.Equal(Enumerable.Range(0, 7), await Sorted(flow));
    }

    [Fact]
    public async Task Joins_pair_what_has_the_same_key()
    {
        var left = Flow.From(Numbers, new() { Stages = 2 });
        var right = Flow.From(Numbers.Select(number => number * 2), new() { Stages = 2 });

        var flow = left.Join(right, one => one, other => other, (one, other) => one + other);

        Assert.Equal(Numbers.Where(number => number % 2 == 0).Select(number => 2 * number), await Sorted(flow));
    }
}
