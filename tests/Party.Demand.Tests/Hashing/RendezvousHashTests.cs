using Party.Demand.Hashing;

namespace Party.Demand.Tests.Hashing;

public sealed class RendezvousHashTests
{
    private static readonly string[] Four = ["one", "two", "three", "four"];

    private static readonly ulong[] Keys = [.. Enumerable.Range(0, 20_000).Select(key => StableHash.Mix((ulong)key))];

    // Computed apart from this code, from the published algorithms.
    [Theory]
    [InlineData("party", "two")]
    [InlineData("alpha", "one")]
    [InlineData("beta", "four")]
    [InlineData("gamma", "three")]
    [InlineData("naïve café", "one")]
    [InlineData("", "three")]
    public void A_key_has_the_same_name_everywhere(string key, string expected)
    {
        Assert.True(StableHash.TryGet<string>(out var hash));
        Assert.Equal(expected, Four[new RendezvousHash(Four).Of(hash(key))]);
    }

    [Fact]
    public void The_order_of_the_names_means_nothing()
    {
        string[] turned = ["three", "one", "four", "two"];

        Assert.Equal(NamesOf(Four), NamesOf(turned));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    [InlineData("four")]
    public void Only_the_keys_of_a_name_that_goes_move(string gone)
    {
        var before = NamesOf(Four);
        var after = NamesOf([.. Four.Where(name => name != gone)]);

        Assert.All(before.Zip(after).Where(pair => pair.First != pair.Second), pair => Assert.Equal(gone, pair.First));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("five")]
    [InlineData("zz")]
    public void Only_the_keys_that_a_new_name_gets_move(string added)
    {
        var before = NamesOf(Four);
        var after = NamesOf([.. Four.Take(2), added, .. Four.Skip(2)]);

        var moved = before.Zip(after).Where(pair => pair.First != pair.Second).ToList();
        Assert.All(moved, pair => Assert.Equal(added, pair.Second));
        Assert.InRange(moved.Count, 3_700, 4_300);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public void Names_get_alike(int count)
    {
        var counts = NamesOf([.. Enumerable.Range(0, count).Select(n => $"{n}")]).CountBy(name => name).ToList();

        var even = (double)Keys.Length / count;
        Assert.Equal(count, counts.Count);
        Assert.All(counts, one =>
            Assert.InRange(one.Value, even - (5 * Math.Sqrt(even)), even + (5 * Math.Sqrt(even))));
    }

    [Fact]
    public void There_is_at_least_one_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new RendezvousHash([]));

        Assert.StartsWith("Expected at least one name, got none.", error.Message);
    }

    private static string[] NamesOf(string[] names)
    {
        var hash = new RendezvousHash(names);
        return [.. Keys.Select(key => names[hash.Of(key)])];
    }
}
