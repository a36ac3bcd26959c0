using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanin;

/// <summary>Four producers and one consumer.</summary>
internal static class FaninCase
{
    public const int Producers = 4;

    public static void Run(Settings settings, Report report)
    {
        foreach (var maxDemand in Settings.MaxDemands)
        {
            var standings = Rounds.Interleave(
                settings,
                static count => Producers * Numbers.SumOf(count / Producers),
                new FourProducers(maxDemand),
                new BatchedChannel(),
                new ChannelPerEvent());
            report.Add([Cell.MaxDemand(maxDemand), .. standings.Cells]);
        }
    }
}
