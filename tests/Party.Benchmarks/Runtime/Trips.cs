using System.Diagnostics;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Runtime;

/// <summary>How long round trips take: the middle, and what only one in a hundred exceeds, in microseconds.</summary>
internal sealed record Trips(string Name, double P50, double P99)
{
    /// <summary>Rounds in which every traveller goes once; the medians over all rounds.</summary>
    public static Trips[] Interleave(ITraveller[] travellers, int trips, int rounds)
    {
        var found = travellers.Select(_ => (P50: new List<double>(), P99: new List<double>())).ToArray();
        var ticks = new long[trips];
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Rounds.WarmUp)
        {
            Array.ForEach(travellers, traveller => traveller.Travel(ticks));
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, traveller) in travellers.Index())
            {
                traveller.Travel(ticks);
                Array.Sort(ticks);
                found[index].P50.Add(Microseconds(ticks[trips / 2]));
                found[index].P99.Add(Microseconds(ticks[trips / 100 * 99]));
            }
        }

        return [.. travellers.Zip(found, (traveller, times) =>
            new Trips(traveller.Name, Median.Of(times.P50), Median.Of(times.P99)))];
    }

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
