using Party.Demand.Watching;

namespace Party.Demand.Tests.Watching;

public sealed class HeavyHittersTests
{
    [Fact]
    public void Few_keys_are_counted_exactly()
    {
        var hitters = Count("abracadabra", capacity: 5);

        Assert.Equal("a5 b2 r2 c1 d1", Text(hitters));
        Assert.Equal((11, 0), (hitters.Total, hitters.Bound));
    }

    [Fact]
    public void A_new_key_takes_the_place_of_one_that_came_least_and_its_count()
    {
        var hitters = Count("aabbc", capacity: 3);

        hitters.Add('d');

        Assert.Equal("a2 b2 d2-1", Text(hitters));
        Assert.Equal(1, hitters.Bound);
    }

    [Fact]
    public void Of_those_that_came_least_the_oldest_goes_first()
    {
        Assert.Equal("d2-1 c1", Text(Count("bcd", capacity: 2)));
    }

    [Fact]
    public void A_key_that_lost_its_place_comes_back_with_the_least_count()
    {
        Assert.Equal("a3 b3-2", Text(Count("aaabcb", capacity: 2)));
    }

    [Fact]
    public void One_place_is_enough_to_count_all()
    {
        Assert.Equal("c4-3", Text(Count("aabc", capacity: 1)));
    }

    [Fact]
    public void The_highest_come_first_and_no_more_than_were_asked_for()
    {
        var hitters = Count("abracadabra", capacity: 5);

        Assert.Equal(["a", "b"], hitters.Top(2).Select(one => $"{one.Key}"));
        Assert.Empty(hitters.Top(0));
        Assert.Empty(Count("", capacity: 3).Top());
    }

    [Fact]
    public void A_count_is_said_with_its_error()
    {
        Assert.Equal("\"a\": 2", $"{new HeavyHitter<char>('a', 2, 0)}");
        Assert.Equal("\"a\": 120 to 125", $"{new HeavyHitter<char>('a', 125, 5)}");
    }

    [Fact]
    public void There_is_room_for_at_least_one_key()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new HeavyHitters<int>(0));

        Assert.StartsWith("Expected room for at least 1 key, got 0. The default is 64.", error.Message);
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void The_bounds_hold_for_skewed_keys(int seed, int capacity, double skew)
    {
        var random = new Random(seed);
        var draw = Zipf(random, keys: 2_000, skew);
        var exact = new Dictionary<int, long>();
        var hitters = new HeavyHitters<int>(capacity);
        for (var n = 1; n <= 20_000; n++)
        {
            // Which keys are hot changes in the middle.
            var key = n < 10_000 ? draw() : 1_000 + draw();
            exact[key] = exact.GetValueOrDefault(key) + 1;
            hitters.Add(key);
            if (n % 997 == 0)
            {
                CheckBounds(hitters, exact, n);
            }
        }

        CheckBounds(hitters, exact, 20_000);
    }

    [Fact]
    public void Counting_allocates_nothing_once_all_places_are_taken()
    {
        var hitters = new HeavyHitters<int>(64);
        for (var n = 0; n < 20_000; n++)
        {
            hitters.Add(n * n % 1009);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 20_000; n++)
        {
            hitters.Add(n * n % 1009);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public static TheoryData<int, int, double> Walks()
    {
        var walks = new TheoryData<int, int, double>();
        foreach (var seed in Enumerable.Range(1, 5))
        {
            walks.Add(seed, 64, 1.2);
            walks.Add(seed, 64, 0.0);
            walks.Add(seed, 10, 0.8);
            walks.Add(seed, 1, 1.0);
            walks.Add(seed, 4_000, 1.0);
        }

        return walks;
    }

    private static void CheckBounds(HeavyHitters<int> hitters, Dictionary<int, long> exact, long total)
    {
        var top = hitters.Top();
        var most = total / hitters.Capacity;

        Assert.Equal(total, hitters.Total);
        Assert.Equal(total, top.Sum(one => one.Count));
        Assert.True(hitters.Bound <= most);
        Assert.True(top.Length <= hitters.Capacity);
        Assert.Equal(top.Select(one => one.Count).OrderDescending(), top.Select(one => one.Count));
        Assert.Equal(top.Length, top.DistinctBy(one => one.Key).Count());
        Assert.All(top, one =>
        {
            Assert.InRange(one.Error, 0, most);
            Assert.InRange(exact[one.Key], one.Count - one.Error, one.Count);
        });

        var listed = top.Select(one => one.Key).ToHashSet();
        Assert.All(exact.Where(one => one.Value > hitters.Bound), one => Assert.Contains(one.Key, listed));
    }

    private static Func<int> Zipf(Random random, int keys, double skew)
    {
        var sums = new double[keys];
        var sum = 0.0;
        for (var rank = 0; rank < keys; rank++)
        {
            sums[rank] = sum += Math.Pow(rank + 1, -skew);
        }

        return () =>
        {
            var at = Array.BinarySearch(sums, random.NextDouble() * sum);
            return at < 0 ? ~at : at;
        };
    }

    private static HeavyHitters<char> Count(string keys, int capacity)
    {
        var hitters = new HeavyHitters<char>(capacity);
        foreach (var key in keys)
        {
            hitters.Add(key);
        }

        return hitters;
    }

    private static string Text(HeavyHitters<char> hitters) => string.Join(
        ' ', hitters.Top().Select(one => $"{one.Key}{one.Count}{(one.Error == 0 ? "" : $"-{one.Error}")}"));
}
