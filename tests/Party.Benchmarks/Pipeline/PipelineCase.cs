using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>Counter → x·2+1 → sum.</summary>
internal static class PipelineCase
{
    public static void Run(Settings settings, Report report)
    {
        foreach (var maxDemand in Settings.MaxDemands)
        {
            var standings = Rounds.Interleave(
                settings,
                Numbers.MappedSumOf,
                new ThreeStages(maxDemand),
                new BareLoop(),
                new BatchedChannels(),
                new ChannelsPerEvent(),
                new DataflowBlocks());
            report.Add([Cell.MaxDemand(maxDemand), .. standings.Cells]);
        }
    }

    /// <summary>The ratio to batched channels alone.</summary>
    public static double ToChannels(Settings settings, int maxDemand) => Rounds.Interleave(
        settings, Numbers.MappedSumOf, new ThreeStages(maxDemand), new BatchedChannels()).Ratio;
}
