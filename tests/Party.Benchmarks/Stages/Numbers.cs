namespace Party.Benchmarks.Stages;

/// <summary>What is done to numbers, a run of them at a time; the same functions for every contender.</summary>
internal static class Numbers
{
    /// <summary>Counts on from a number.</summary>
    public static void Count(Span<long> items, long first)
    {
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = first + index;
        }
    }

    /// <summary>x·2+1. The two may be the same.</summary>
    public static void Map(ReadOnlySpan<long> items, Span<long> mapped)
    {
        for (var index = 0; index < items.Length; index++)
        {
            mapped[index] = MapOne(items[index]);
        }
    }

    public static long MapOne(long item) => (item * 2) + 1;

    public static long Sum(ReadOnlySpan<long> items)
    {
        var sum = 0L;
        foreach (var item in items)
        {
            sum += item;
        }

        return sum;
    }

    /// <summary>The sum of so many, from 0.</summary>
    public static long SumOf(long count) => count * (count - 1) / 2;

    /// <summary>The sum of what they are mapped to.</summary>
    public static long MappedSumOf(long count) => count * count;
}
