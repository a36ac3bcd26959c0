using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Partitions;

/// <summary>How much slower many partitions are than four, and what an idle one weighs.</summary>
internal static class PartitionsCase
{
    // Twice what is asked for at once.
    private const long Starts = 2 * 10;

    private static readonly int[] Counts = [4, 10_000, 100_000];

    public static void Run(Settings settings)
    {
        // First, while no line of before is left to be collected.
        Console.WriteLine("| producer | partitions | without a subscription | with one, idle | after work, idle |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var count in Counts.Skip(1))
        {
            Weights(count, isAddressed: false);
            Weights(count, isAddressed: true);
        }

        Console.WriteLine();
        Console.WriteLine(
            "| producer | partitions | events | to 4 partitions | to the row above | processor time per event |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Rates(settings, isAddressed: false);
        Rates(settings, isAddressed: true);
    }

    private static void Rates(Settings settings, bool isAddressed)
    {
        var lines = Counts.Select(count => Line(count, isAddressed)).ToArray();
        var rates = lines.Select(_ => new List<double>()).ToArray();
        var costs = lines.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < settings.Rounds; round++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                var pace = Flow.Look(lines[index], settings.Window, Counts[index], Starts * Counts[index]);
                if (round >= 0)
                {
                    rates[index].Add(pace.Rate);
                    costs[index].Add(pace.Cost);
                }
            }
        }

        for (var index = 0; index < lines.Length; index++)
        {
            var cells = index == 0 ? " |  |" : $" {Ratio(rates[index], rates[0]):0.00} |"
                + $" {(index > 1 ? $"{Ratio(rates[index], rates[index - 1]):0.00}" : "")} |";
            Console.WriteLine(
                $"| {Name(isAddressed)} | {Counts[index]:#,0} | {Median.Of(rates[index]) / 1e3:#,0} k/s |{cells}"
                + $" {Median.Of(costs[index]):#,0} ns |");
            lines[index].Dispose();
        }
    }

    private static double Ratio(List<double> rates, List<double> bound) =>
        Median.Of([.. rates.Zip(bound, static (rate, other) => rate / other)]);

    private static void Weights(int count, bool isAddressed)
    {
        using var first = Line(1, isAddressed);
        var before = Bytes();
        double empty;
        using (new EmptyLine(new(Name(isAddressed), Shares.Uniform(count)) { IsAddressed = isAddressed }))
        {
            empty = Bytes() - before;
        }

        before = Bytes();
        using var line = Line(count, isAddressed);
        var idle = Bytes() - before;
        Flow.Look(line, TimeSpan.FromSeconds(2), 1);
        var worked = Bytes() - before;
        Console.WriteLine(
            $"| {Name(isAddressed)} | {count:#,0} | {empty / count:#,0} B | {idle / count:#,0} B | {worked / count:#,0} B |");
    }

    private static PartyLine Line(int count, bool isAddressed) =>
        new(new(Name(isAddressed), Shares.Uniform(count)) { IsAddressed = isAddressed });

    private static string Name(bool isAddressed) => isAddressed ? "addressed" : "sequential";

    private static double Bytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
