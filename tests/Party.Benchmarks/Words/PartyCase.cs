using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>
/// The party shape: lorem words, four partitions by first letter, four consumers that sum lengths.
/// </summary>
internal static class PartyCase
{
    public static void Run(Settings settings, Report report)
    {
        foreach (var (words, list) in new[] { ("cycled", WordList.Make()), ("shuffled", WordList.MakeShuffled()) })
        {
            foreach (var maxDemand in Settings.MaxDemands)
            {
                var standings = Measure(settings, list, maxDemand);
                report.Add([Cell.Of("words", words), Cell.MaxDemand(maxDemand), .. standings.Cells]);
            }
        }
    }

    /// <summary>The ratio to the bare loop alone, cycled.</summary>
    public static double ToLoop(Settings settings, int maxDemand)
    {
        var list = WordList.Make();
        return Rounds.Interleave(settings, list.SumOf, new PartyContender(list, maxDemand), new BareLoop(list)).Ratio;
    }

    private static Standings Measure(Settings settings, WordList list, int maxDemand) => Rounds.Interleave(
        settings,
        list.SumOf,
        new PartyContender(list, maxDemand),
        new BareLoop(list),
        new BatchedChannels(list),
        new ChannelsPerEvent(list),
        new DataflowBlocks(list));
}
