using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>
/// The party shape: 1,000 words cycled, four partitions by first letter, four consumers that sum lengths.
/// </summary>
internal static class PartyCase
{
    public static void Run(Settings settings)
    {
        var list = WordList.Make();
        Console.WriteLine("party: words per second, medians; ratios to the bare loop of the same round");
        foreach (var maxDemand in Settings.MaxDemands)
        {
            using var party = new PartyContender(list, maxDemand);
            using var channels = new BatchedChannels(list);
            using var loop = new BareLoop(list);
            var rounds = Rounds.Interleave([loop, party, channels], settings.WordsAt(maxDemand), settings.Rounds);
            Console.WriteLine($"max-demand {maxDemand}");
            foreach (var contender in rounds)
            {
                Console.WriteLine($"  {contender}");
            }
        }
    }
}
