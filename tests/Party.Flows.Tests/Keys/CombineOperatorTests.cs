using Party.Flows.Keys;

namespace Party.Flows.Tests.Keys;

public sealed class CombineOperatorTests
{
    private const int Limit = CombineOperator<int, None, int>.Limit;

    private static readonly KeyHash<int> Hash = KeyHash.For<int>(comparer: null);

    private readonly Collected<Keyed<int, int>> _made = new();

    [Fact]
    public void Few_keys_are_handed_on_once_at_the_end()
    {
        var combine = Counter();

        combine.Next(Keyed([3, 1, 3, 2, 1, 3]));
        Assert.Empty(_made.Events);

        combine.End();
        Assert.True(_made.HasEnded);
        Assert.Equal([(3, 3), (1, 2), (2, 1)], _made.Events.Select(static item => (item.Key, item.Value)));
        Assert.All(_made.Events, static item => Assert.Equal(Hash.Of(item.Key), item.Hash));
    }

    [Fact]
    public void As_many_keys_as_it_keeps_are_handed_on_at_once()
    {
        var combine = Counter();
        var keys = Enumerable.Range(0, Limit - 1).ToArray();

        combine.Next(Keyed([.. keys, .. keys]));
        Assert.Empty(_made.Events);

        combine.Next(Keyed([Limit]));
        Assert.Equal(Limit, _made.Events.Count);
        Assert.Equal(2 * (Limit - 1) + 1, _made.Events.Sum(static item => item.Value));
    }

    [Fact]
    public void Where_combining_spared_nothing_events_go_on_as_they_are()
    {
        var combine = Counter();
        combine.Next(Keyed([.. Enumerable.Range(0, Limit)]));
        _made.Events.Clear();

        combine.Next(Keyed([5, 5, 5]));

        Assert.Equal([(5, 1), (5, 1), (5, 1)], _made.Events.Select(static item => (item.Key, item.Value)));
    }

    [Fact]
    public void After_a_while_it_tries_once_more()
    {
        var combine = Counter();
        combine.Next(Keyed([.. Enumerable.Range(0, Limit)]));
        combine.Next(Keyed([.. Enumerable.Repeat(5, 16 * Limit)]));
        _made.Events.Clear();

        combine.Next(Keyed([5, 5, 5]));
        Assert.Empty(_made.Events);

        combine.End();
        Assert.Equal([(5, 3)], _made.Events.Select(static item => (item.Key, item.Value)));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 40_000)]
    [InlineData(3, 1_000_000)]
    public void Nothing_is_counted_twice_or_never(int seed, int keys)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, 300_000).Select(_ => random.Next(keys)).ToArray();
        var combine = Counter();

        foreach (var batch in events.Chunk(777))
        {
            combine.Next(Keyed(batch));
        }

        combine.End();
        Assert.Equal(
            events.CountBy(static key => key).OrderBy(static pair => pair.Key),
            _made.Events.GroupBy(static item => item.Key, static item => item.Value)
                .Select(static group => KeyValuePair.Create(group.Key, group.Sum()))
                .OrderBy(static pair => pair.Key));
    }

    [Fact]
    public void What_fails_is_named_with_its_event()
    {
        var rule = Folding.Rule<int, int, int>(
            "AggregateBy",
            Hash,
            static _ => 0,
            static (sum, item) => sum + (100 / item),
            static (one, other) => one + other);
        var combine = new CombineOperator<int, int, int>(rule, _made);

        var error = Assert.Throws<FlowException>(() => combine.Next([new(1, 1, 4), new(1, 1, 0), new(1, 1, 2)]));

        Assert.Equal(("AggregateBy", 0), (error.Operator, error.Item));
    }

    private static Keyed<int, None>[] Keyed(int[] keys) =>
        [.. keys.Select(static key => new Keyed<int, None>(Hash.Of(key), key, default))];

    private CombineOperator<int, None, int> Counter() => new(Counting.Rule("CountBy", Hash), _made);
}
