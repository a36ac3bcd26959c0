using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Partitions;

/// <summary>How much slower many partitions are than four, and what an idle one weighs.</summary>
internal static class PartitionsCase
{
    // Twice what is asked for at once.
    private const long Starts = 2 * 10;

    // The last one in a full run only.
    private static readonly int[] AllCounts = [4, 10_000, 100_000];

    public static void Run(Settings settings, Report report)
    {
        var counts = settings.IsQuick ? AllCounts[..^1] : AllCounts;

        // First, while no line of before is left to be collected.
        foreach (var count in counts.Skip(1))
        {
            Weights(settings, report, count, isAddressed: false);
            Weights(settings, report, count, isAddressed: true);
        }

        Rates(settings, report, counts, isAddressed: false);
        Rates(settings, report, counts, isAddressed: true);
    }

    private static void Rates(Settings settings, Report report, int[] counts, bool isAddressed)
    {
        var lines = counts.Select(count => Line(count, isAddressed)).ToArray();
        var rates = lines.Select(_ => new List<double>()).ToArray();
        var costs = lines.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Settings.LongRounds; round++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                var pace = Flow.Look(lines[index], settings.Window, counts[index], Starts * counts[index]);
                if (round >= 0)
                {
                    rates[index].Add(pace.Rate);
                    costs[index].Add(pace.Cost);
                }
            }
        }

        for (var index = 0; index < lines.Length; index++)
        {
            report.Add(
                Cell.Of("producer", Name(isAddressed)),
                Cell.Count("partitions", counts[index]),
                Cell.Ratio("ratioToFour", index > 0 ? Ratios(rates[index], rates[0]) : []),
                Cell.Ratio("ratioToRowAbove", index > 1 ? Ratios(rates[index], rates[index - 1]) : []),
                Cell.Rate("ours", rates[index]),
                Cell.Quantity("processorTimePerEvent", Median.Of(costs[index]), "ns"));
            lines[index].Dispose();
        }
    }

    private static List<double> Ratios(List<double> rates, List<double> bound) =>
        [.. rates.Zip(bound, static (rate, other) => rate / other)];

    private static void Weights(Settings settings, Report report, int count, bool isAddressed)
    {
        using var first = Line(1, isAddressed);
        var before = Bytes();
        double empty;
        using (new EmptyLine(new(Name(isAddressed), Shares.Uniform(count)) { IsAddressed = isAddressed }))
        {
            empty = Bytes() - before;
        }

        before = Bytes();
        using var line = Line(count, isAddressed);
        var idle = Bytes() - before;
        Flow.Look(line, settings.WarmUp, 1);
        var worked = Bytes() - before;
        report.Add(
            Cell.Of("producer", Name(isAddressed)),
            Cell.Count("partitions", count),
            Cell.Bytes("bytesUnsubscribed", empty / count),
            Cell.Bytes("bytesIdle", idle / count),
            Cell.Bytes("bytesAfterWork", worked / count));
    }

    private static PartyLine Line(int count, bool isAddressed) =>
        new(new(Name(isAddressed), Shares.Uniform(count)) { IsAddressed = isAddressed });

    private static string Name(bool isAddressed) => isAddressed ? "addressed" : "sequential";

    private static double Bytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
