using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>Four partitions, of which one is slow: what is left to the other three.</summary>
internal static class IsolationCase
{
    private const int Partitions = 4;
    private const int MaxDemand = 100;

    public static void Run(Settings settings)
    {
        Console.WriteLine(
            "| line | the slow one waits | 0.1 ms | 1 ms | 10 ms | the other three at 0.1, 1, 10 ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var waiting in new[] { Waiting.Asynchronous, Waiting.Blocking })
        {
            Row(settings, waiting, () => Party("addressed", ParkPolicy.Backpressure, waiting, isAddressed: true));
            Row(settings, waiting, () => Party("sequential, backpressure", ParkPolicy.Backpressure, waiting));
            Row(settings, waiting, () => Party("sequential, drop-oldest", ParkPolicy.DropOldest, waiting));
            Row(settings, waiting, () => Party("sequential, drop-newest", ParkPolicy.DropNewest, waiting));
            Row(settings, waiting, () => new ChannelLine(Shares.Uniform(Partitions), MaxDemand, waiting));
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

    private static void Row(Settings settings, Waiting waiting, Func<ILine> make)
    {
        double[] delays = [0.1, 1, 10];
        var rates = delays.Select(_ => new List<double>()).ToArray();
        var ratios = delays.Select(_ => new List<double>()).ToArray();
        using var line = make();
        Flow.Look(line, Rounds.WarmUp, Partitions - 1);
        for (var round = 0; round < (settings.Rounds / 3) + 1; round++)
        {
            for (var index = 0; index < delays.Length; index++)
            {
                var unslowed = Flow.Look(line, settings.Window, Partitions - 1).Rate;
                line.Delay = delays[index];
                var rate = Flow.Look(line, settings.Window, Partitions - 1).Rate;
                rates[index].Add(rate);
                ratios[index].Add(rate / unslowed);
            }
        }

        var three = string.Join(", ", rates.Select(static list => Shown(Median.Of(list))));
        var cells = string.Join(" | ", ratios.Select(static list => $"{Median.Of(list):0.0000}"));
        Console.WriteLine($"| {line.Name} | {Name(waiting)} | {cells} | {three} |");
    }

    private static string Shown(double rate) => rate >= 1e6 ? $"{rate / 1e6:0.0} M/s" : $"{rate:#,0}/s";

    private static string Name(Waiting waiting) => waiting == Waiting.Asynchronous ? "asynchronously" : "on a thread";
}
