using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Counting;

/// <summary>PLINQ: as many groups as there are keys, and how large each is.</summary>
internal sealed class ParallelCount<TKey>(TKey[] keys) : Whole("plinq", keys.Length)
    where TKey : notnull
{
    protected override long Run()
    {
        var counts = keys.AsParallel()
            .GroupBy(static key => key)
            .Select(static group => (group.Key, Count: group.Count()))
            .ToList();
        var sum = 0L;
        foreach (var (key, count) in counts)
        {
            sum += Fingerprint.Of(key.GetHashCode(), count);
        }

        return sum;
    }
}
