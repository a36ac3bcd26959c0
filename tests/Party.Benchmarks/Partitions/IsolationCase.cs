using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>Four partitions, of which one is slow: what is left to the other three.</summary>
internal static class IsolationCase
{
    private const int Partitions = 4;
    private const int MaxDemand = 100;

    // In milliseconds. A consumer asks for more after 50 events: to see that, a window has to be as long.
    private static readonly Delay[] Delays = [new(0.1, "TenthMs"), new(1, "OneMs"), new(10, "TenMs")];

    public static void Run(Settings settings, Report report)
    {
        foreach (var waiting in new[] { Waiting.Asynchronous, Waiting.Blocking }[..(settings.IsQuick ? 1 : 2)])
        {
            Row(settings, report, waiting, () => Party("addressed", default, waiting, isAddressed: true));
            Row(settings, report, waiting, () => Party("sequential, backpressure", ParkPolicy.Backpressure, waiting));
            Row(settings, report, waiting, () => Party("sequential, drop-oldest", ParkPolicy.DropOldest, waiting));
            Row(settings, report, waiting, () => Party("sequential, drop-newest", ParkPolicy.DropNewest, waiting));
            Row(settings, report, waiting, () => new ChannelLine(Shares.Uniform(Partitions), MaxDemand, waiting));
        }
    }

    private static PartyLine Party(string name, ParkPolicy policy, Waiting waiting, bool isAddressed = false) =>
        new(new(name, Shares.Uniform(Partitions))
        {
            MaxDemand = MaxDemand,
            IsAddressed = isAddressed,
            Policy = policy,
            Waiting = waiting,
        });

    // Every round looks at the line once with no delay, and once with each.
    private static void Row(Settings settings, Report report, Waiting waiting, Func<ILine> make)
    {
        var ratios = Delays.Select(static _ => new List<double>()).ToArray();
        var rates = Delays.Select(static _ => new List<double>()).ToArray();
        using var line = make();
        Flow.Look(line, settings.WarmUp, Partitions - 1);
        for (var round = 0; round < Settings.LongRounds; round++)
        {
            var unslowed = Flow.Look(line, settings.Window, Partitions - 1).Rate;
            foreach (var (index, delay) in Delays.Index())
            {
                line.Delay = delay.Milliseconds;
                var rate = Flow.Look(line, settings.WindowFor(50 * delay.Milliseconds), Partitions - 1).Rate;
                rates[index].Add(rate);
                ratios[index].Add(rate / unslowed);
            }
        }

        report.Add(
        [
            Cell.Of("line", line.Name),
            Cell.Of("slowOneWaits", waiting == Waiting.Asynchronous ? "asynchronously" : "on a thread"),
            .. Delays.Zip(ratios, static (delay, list) => Cell.Ratio($"ratioAt{delay.Name}", Median.Of(list))),
            .. Delays.Zip(rates, static (delay, list) => Cell.Rate($"othersAt{delay.Name}", list)),
        ]);
    }

    private sealed record Delay(double Milliseconds, string Name);
}
