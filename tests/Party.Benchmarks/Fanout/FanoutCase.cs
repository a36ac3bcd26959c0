using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;
using Party.Demand.Sharing;

namespace Party.Benchmarks.Fanout;

/// <summary>One producer, four consumers: each event to one of them, or to all. Rates count source events.</summary>
internal static class FanoutCase
{
    public const int Consumers = 4;

    public static void Run(Settings settings, Report report)
    {
        foreach (var maxDemand in Settings.MaxDemands)
        {
            Row(report, "demand", maxDemand, Demand(settings, maxDemand));
        }

        foreach (var maxDemand in Settings.MaxDemands)
        {
            Row(report, "broadcast", maxDemand, Broadcast(settings, maxDemand));
        }
    }

    /// <summary>The ratio of a broadcast to batched channels alone.</summary>
    public static double ToChannels(Settings settings, int maxDemand) => Rounds.Interleave(
        settings,
        static count => Consumers * Numbers.SumOf(count),
        new FourConsumers(new BroadcastDispatcherOptions<long>(), maxDemand),
        new CopiedBatches()).Ratio;

    private static Standings Broadcast(Settings settings, int maxDemand) => Rounds.Interleave(
        settings,
        static count => Consumers * Numbers.SumOf(count),
        new FourConsumers(new BroadcastDispatcherOptions<long>(), maxDemand),
        new BareLoop(copies: Consumers),
        new CopiedBatches(),
        new CountedBatches());

    private static Standings Demand(Settings settings, int maxDemand) => Rounds.Interleave(
        settings,
        Numbers.SumOf,
        new FourConsumers(new DemandDispatcherOptions<long>(), maxDemand),
        new BareLoop(copies: 1),
        new SharedChannel());

    private static void Row(Report report, string dispatcher, int maxDemand, Standings standings) =>
        report.Add([Cell.Of("dispatcher", dispatcher), Cell.MaxDemand(maxDemand), .. standings.Cells]);
}
