using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>What uneven shares cost, and how much is parked because of them.</summary>
internal static class SkewCase
{
    public static void Run(Settings settings)
    {
        Console.WriteLine("| shares | max-demand | events | to uniform | most parked, seen | park-limit |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var maxDemand in new[] { 1000, 10 })
        {
            Compare(settings, "uniform over 3", Shares.Uniform(3), "60/20/20", Shares.Of(60, 20, 20), maxDemand);
            Compare(
                settings,
                "uniform over 1,000",
                Shares.Uniform(1000),
                "Zipf 1.2 over 1,000",
                Shares.Zipf(1000, 1.2),
                maxDemand);
        }
    }

    private static void Compare(
        Settings settings, string even, Shares uniform, string uneven, Shares skewed, int maxDemand)
    {
        using var one = new PartyLine(new(even, uniform) { MaxDemand = maxDemand });
        using var other = new PartyLine(new(uneven, skewed) { MaxDemand = maxDemand });
        PartyLine[] lines = [one, other];
        var rates = lines.Select(_ => new List<double>()).ToArray();
        var most = new int[lines.Length];
        for (var round = -1; round < settings.Rounds; round++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                var rate = Flow.Look(lines[index], settings.Window, uniform.Count).Rate;
                most[index] = Math.Max(most[index], MostParked(lines[index], settings));
                if (round >= 0)
                {
                    rates[index].Add(rate);
                }
            }
        }

        for (var index = 0; index < lines.Length; index++)
        {
            var ratio = Median.Of([.. rates[index].Zip(rates[0], static (rate, bound) => rate / bound)]);
            Console.WriteLine(
                $"| {lines[index].Name} | {maxDemand} | {Median.Of(rates[index]) / 1e6:0.00} M/s | {ratio:0.00} | "
                + $"{most[index]:#,0} | {PartitionDispatcherOptions<int>.DefaultParkLimit:#,0} |");
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
