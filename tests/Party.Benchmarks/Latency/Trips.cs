using System.Diagnostics;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Latency;

/// <summary>
/// How long round trips take, in microseconds, round by round: the middle, and what only one in a hundred or in a
/// thousand exceeds.
/// </summary>
internal sealed record Trips(string Name, List<double> P50, List<double> P99, List<double> P999)
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
            new Trips(traveller.Name, times[0], times[1], times[2]))];
    }

    /// <summary>The row of a table: ours beside the channel's.</summary>
    public IEnumerable<Cell> Beside(Trips channel) =>
    [
        Cell.Ratio("ratioToChannelP50", Ratios(P50, channel.P50)),
        Cell.Ratio("ratioToChannelP99", Ratios(P99, channel.P99)),
        Cell.Quantity("oursP50", Median.Of(P50), "µs"),
        Cell.Quantity("oursP99", Median.Of(P99), "µs"),
        Cell.Quantity("oursP999", Median.Of(P999), "µs"),
        Cell.Quantity("channelP50", Median.Of(channel.P50), "µs"),
        Cell.Quantity("channelP99", Median.Of(channel.P99), "µs"),
        Cell.Quantity("channelP999", Median.Of(channel.P999), "µs"),
    ];

    private static List<double> Ratios(List<double> times, List<double> bound) =>
        [.. times.Zip(bound, static (time, other) => time / other)];

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
