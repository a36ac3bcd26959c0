using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A partition more and a partition less, while events flow: what it costs, and who waits how long.</summary>
internal static class ResizeCase
{
    private const int MaxDemand = 100;

    public static void Run(Settings settings)
    {
        Console.WriteLine(
            "| map | partitions | before | during | after | during to before | moved | longest wait | of all | took |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        Rows(settings, "jump hash", 4, static names => PartitionSelector.ByJumpHash<int>(names));
        Rows(settings, "phash2", 4, static names => PartitionSelector.ByHash<int>(names));
        Rows(settings, "jump hash", 1000, static names => PartitionSelector.ByJumpHash<int>(names));
    }

    private static void Rows(
        Settings settings, string name, int count, Func<PartitionNames, PartitionSelector<int>> by)
    {
        List<Resize>[] directions = [[], []];
        using (var line = new ResizeLine(count, count + 1, by, MaxDemand))
        {
            line.Start();
            Flow.Pause(Rounds.WarmUp);
            for (var round = -1; round < settings.Rounds; round++)
            {
                for (var direction = 0; direction < directions.Length; direction++)
                {
                    var before = line.Rate(settings.Window);
                    var report = line.Change(count + 1 - direction, out var during);
                    var after = line.Rate(settings.Window);
                    if (round >= 0)
                    {
                        directions[direction].Add(new(before, during, after, report));
                    }
                }
            }
        }

        Row($"{name} | {count:#,0} to {count + 1:#,0}", directions[0]);
        Row($"{name} | {count + 1:#,0} to {count:#,0}", directions[1]);
    }

    private static void Row(string name, List<Resize> resizes)
    {
        var waits = resizes.ConvertAll(static one => one.Report.LongestWait.TotalMilliseconds);
        Console.WriteLine(
            $"| {name} | {Rate(resizes, static one => one.Before)} | {Rate(resizes, static one => one.During)} |"
            + $" {Rate(resizes, static one => one.After)} |"
            + $" {Median.Of(resizes.ConvertAll(static one => one.During / one.Before)):0.00} |"
            + $" {Median.Of(resizes.ConvertAll(static one => (double)one.Report.Moved)):#,0} |"
            + $" {Median.Of(waits):0.0} ms | {waits.Max():0.0} ms |"
            + $" {Median.Of(resizes.ConvertAll(static one => one.Report.Duration.TotalMilliseconds)):0.0} ms |");
    }

    private static string Rate(List<Resize> resizes, Converter<Resize, double> rate) =>
        $"{Median.Of(resizes.ConvertAll(rate)) / 1e6:0.00} M/s";
}
