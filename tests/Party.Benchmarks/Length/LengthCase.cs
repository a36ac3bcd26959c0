using System.Diagnostics;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Words;

namespace Party.Benchmarks.Length;

/// <summary>The party shape at max-demand 1000, longer and longer: what an event costs, what stays behind.</summary>
internal static class LengthCase
{
    private const int MaxDemand = 1000;

    // The most runs of the same length, the median of which counts.
    private const int Most = 9;

    public static void Run(Settings settings, Report report)
    {
        var list = WordList.Make();
        using var party = new PartyContender(list, MaxDemand);
        var warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm) < settings.WarmUp)
        {
            Check(list, party, 1_000_000);
        }

        foreach (var count in settings.IsQuick ? [1e6, 1e7, 1e8] : new[] { 1e6, 1e7, 1e8, 1e9 })
        {
            var costs = new List<double>();
            for (var left = Math.Clamp(1e8 / count, 1, Most); left > 0; left--)
            {
                var start = Stopwatch.GetTimestamp();
                Check(list, party, (long)count);
                costs.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
            }

            report.Add(
                Cell.Count("events", (long)count),
                Cell.MaxDemand(MaxDemand),
                Cell.Quantity("nsPerEvent", Median.Of(costs), "ns"),
                Cell.Quantity("liveBytes", GC.GetTotalMemory(forceFullCollection: true), "B"),
                Cell.Quantity("workingSetMegabytes", Environment.WorkingSet / 1e6, "MB"));
        }
    }

    private static void Check(WordList list, PartyContender party, long count)
    {
        if (party.Run(count) is var sum && sum != list.SumOf(count))
        {
            throw new InvalidOperationException($"Expected {count} words to sum up to {list.SumOf(count)}, got {sum}.");
        }
    }
}
