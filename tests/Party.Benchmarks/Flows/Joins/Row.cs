using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>A value under a key.</summary>
internal readonly record struct Row(long Key, int Value)
{
    /// <summary>So many rows with keys of their own, the same ones for every seed, in an order by the seed.</summary>
    public static Row[] Make(int count, int seed)
    {
        var random = new Random(seed);
        var rows = new Row[count];
        for (var index = 0; index < count; index++)
        {
            rows[index] = new(Fingerprint.Of(index, 1), random.Next());
        }

        random.Shuffle(rows);
        return rows;
    }
}
