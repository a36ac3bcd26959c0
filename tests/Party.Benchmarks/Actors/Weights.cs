using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Managed bytes for each of many that are idle.</summary>
internal static class Weights
{
    /// <summary>What one of each population weighs, the median of so many rounds.</summary>
    public static double[] Of(IPopulation[] populations, int count, int rounds)
    {
        var bytes = populations.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, population) in populations.Index())
            {
                bytes[index].Add(Of(population, count));
            }
        }

        return [.. bytes.Select(Median.Of)];
    }

    private static double Of(IPopulation population, int count)
    {
        // A first one, so that what every such population shares is there already.
        population.Settle(1).Dispose();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var settled = population.Settle(count);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
    }
}
