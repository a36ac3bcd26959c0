using System.Diagnostics;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Latency;

/// <summary>
/// How long round trips take, in microseconds: the middle, and what only one in a hundred or in a thousand exceeds; of
/// each the median over all rounds.
/// </summary>
internal sealed record Trips(string Name, double P50, double P99, double P999)
{
    /// <summary>Rounds in which every traveller goes once; then it disposes of them.</summary>
    public static Trips[] Interleave(Settings settings, params ITraveller[] travellers)
    {
        var found = Array.ConvertAll(travellers, static _ => new List<double>[] { [], [], [] });
        var ticks = new long[settings.Trips];
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < settings.WarmUp)
        {
            Array.ForEach(travellers, traveller => traveller.Travel(ticks));
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            for (var turn = 0; turn < travellers.Length; turn++)
            {
                var index = (round + turn) % travellers.Length;
                travellers[index].Travel(ticks);
                Array.Sort(ticks);
                found[index][0].Add(Microseconds(ticks[ticks.Length / 2]));
                found[index][1].Add(Microseconds(ticks[ticks.Length / 100 * 99]));
                found[index][2].Add(Microseconds(ticks[ticks.Length / 1000 * 999]));
            }
        }

        Array.ForEach(travellers, static traveller => traveller.Dispose());
        return [.. travellers.Zip(found, static (traveller, times) =>
            new Trips(traveller.Name, Median.Of(times[0]), Median.Of(times[1]), Median.Of(times[2])))];
    }

    /// <summary>The row of a table: ours beside the channel's.</summary>
    public IEnumerable<Cell> Beside(Trips channel) =>
    [
        Cell.Ratio("ratioToChannelP50", P50 / channel.P50),
        Cell.Ratio("ratioToChannelP99", P99 / channel.P99),
        Cell.Quantity("oursP50", P50, "µs"),
        Cell.Quantity("oursP99", P99, "µs"),
        Cell.Quantity("oursP999", P999, "µs"),
        Cell.Quantity("channelP50", channel.P50, "µs"),
        Cell.Quantity("channelP99", channel.P99, "µs"),
        Cell.Quantity("channelP999", channel.P999, "µs"),
    ];

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
