using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>What uneven shares cost, and how much is parked because of them.</summary>
internal static class SkewCase
{
    public static void Run(Settings settings, Report report)
    {
        foreach (var maxDemand in new[] { 1000, 10 })
        {
            Compare(
                settings,
                report,
                new("uniform over 3", Shares.Uniform(3)) { MaxDemand = maxDemand },
                new("60/20/20", Shares.Of(60, 20, 20)) { MaxDemand = maxDemand });
            Compare(
                settings,
                report,
                new("uniform over 1,000", Shares.Uniform(1000)) { MaxDemand = maxDemand },
                new("Zipf 1.2 over 1,000", Shares.Zipf(1000, 1.2)) { MaxDemand = maxDemand });
        }
    }

    private static void Compare(Settings settings, Report report, PartySetup even, PartySetup uneven)
    {
        using var one = new PartyLine(even);
        using var other = new PartyLine(uneven);
        PartyLine[] lines = [one, other];
        var rates = lines.Select(_ => new List<double>()).ToArray();
        var most = new int[lines.Length];
        for (var round = -1; round < Settings.LongRounds; round++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                var rate = Flow.Look(lines[index], settings.Window, even.Shares.Count).Rate;
                most[index] = Math.Max(most[index], MostParked(lines[index], settings));
                if (round >= 0)
                {
                    rates[index].Add(rate);
                }
            }
        }

        for (var index = 0; index < lines.Length; index++)
        {
            report.Add(
                Cell.Of("shares", lines[index].Name),
                Cell.MaxDemand(even.MaxDemand),
                Cell.Ratio("ratioToUniform", [.. rates[index].Zip(rates[0], static (rate, bound) => rate / bound)]),
                Cell.Rate("ours", rates[index]),
                Cell.Count("mostParked", most[index]),
                Cell.Count("parkLimit", PartitionDispatcherOptions<int>.DefaultParkLimit));
        }
    }

    // Not in the window that is measured: the question costs the producer time.
    private static int MostParked(PartyLine line, Settings settings)
    {
        var most = 0;
        line.Start();
        for (var look = 0; look < settings.Looks; look++)
        {
            Flow.Pause(TimeSpan.FromMilliseconds(5));
            most = Math.Max(most, line.MostParked());
        }

        line.Stop();
        return most;
    }
}
