using Party.Demand.Hashing;

namespace Party.Demand.Tests.Hashing;

public sealed class JumpHashTests
{
    private static readonly ulong[] Keys = [.. Enumerable.Range(0, 100_000).Select(key => StableHash.Mix((ulong)key))];

    // Computed apart from this code, from the paper's algorithm.
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 10, 6)]
    [InlineData(1, 100_000, 94_075)]
    [InlineData(42, 57, 43)]
    [InlineData(256, 1024, 520)]
    [InlineData(0xDEAD10CC, 666, 361)]
    [InlineData(0xDEADBEEF, 1000, 285)]
    [InlineData(ulong.MaxValue, 100_000, 18_311)]
    public void A_key_has_the_same_bucket_everywhere(ulong key, int buckets, int expected)
    {
        Assert.Equal(expected, JumpHash.Of(key, buckets));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 7)]
    [InlineData(100, 101)]
    [InlineData(1000, 2000)]
    public void Keys_move_to_new_buckets_only_and_no_more_than_their_share(int before, int after)
    {
        var moved = Keys.Where(key => JumpHash.Of(key, before) != JumpHash.Of(key, after)).ToList();

        Assert.All(moved, key => Assert.InRange(JumpHash.Of(key, after), before, after - 1));
        var share = (double)(after - before) / after * Keys.Length;
        Assert.InRange(moved.Count, share - (5 * Math.Sqrt(share)), share + (5 * Math.Sqrt(share)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Buckets_get_alike(int buckets)
    {
        var counts = Keys.CountBy(key => JumpHash.Of(key, buckets)).ToList();

        var even = (double)Keys.Length / buckets;
        Assert.Equal(buckets, counts.Count);
        Assert.All(counts, one =>
            Assert.InRange(one.Value, even - (5 * Math.Sqrt(even)), even + (5 * Math.Sqrt(even))));
    }

    [Fact]
    public void There_is_at_least_one_bucket()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JumpHash.Of(1, 0));
    }
}
