using Party.Benchmarks.Measuring;
using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A partition more and a partition less, while events flow: what it costs, and who waits how long.</summary>
internal static class ResizeCase
{
    private const int MaxDemand = 100;

    public static void Run(Settings settings, Report report)
    {
        Rows(settings, report, "jump hash", 4, static names => PartitionSelector.ByJumpHash<int>(names));
        Rows(settings, report, "phash2", 4, static names => PartitionSelector.ByHash<int>(names));
        Rows(settings, report, "jump hash", 1000, static names => PartitionSelector.ByJumpHash<int>(names));
    }

    private static void Rows(
        Settings settings, Report report, string map, int count, Func<PartitionNames, PartitionSelector<int>> by)
    {
        List<Resize>[] directions = [[], []];
        using (var line = new ResizeLine(count, count + 1, by, MaxDemand))
        {
            line.Start();
            Flow.Pause(settings.WarmUp);
            for (var round = -1; round < Settings.LongRounds; round++)
            {
                for (var direction = 0; direction < directions.Length; direction++)
                {
                    var before = line.Rate(settings.Window);
                    var change = line.Change(count + 1 - direction, out var during);
                    var after = line.Rate(settings.Window);
                    if (round >= 0)
                    {
                        directions[direction].Add(new(before, during, after, change));
                    }
                }
            }
        }

        report.Add(Cells(map, count, count + 1, directions[0]));
        report.Add(Cells(map, count + 1, count, directions[1]));
    }

    private static Cell[] Cells(string map, int from, int to, List<Resize> resizes)
    {
        var waits = resizes.ConvertAll(static one => one.Report.LongestWait.TotalMilliseconds);
        return
        [
            Cell.Of("map", map),
            Cell.Of("partitions", $"{from:#,0} to {to:#,0}"),
            Cell.Ratio("duringToBefore", resizes.ConvertAll(static one => one.During / one.Before)),
            Cell.Rate("before", resizes.ConvertAll(static one => one.Before)),
            Cell.Rate("during", resizes.ConvertAll(static one => one.During)),
            Cell.Rate("after", resizes.ConvertAll(static one => one.After)),
            Cell.Count("moved", (long)Median.Of(resizes.ConvertAll(static one => (double)one.Report.Moved))),
            Cell.Quantity("longestWait", Median.Of(waits), "ms"),
            Cell.Quantity("longestOfAll", waits.Max(), "ms"),
            Cell.Quantity("took", Median.Of(resizes.ConvertAll(Milliseconds)), "ms"),
        ];
    }

    private static double Milliseconds(Resize resize) => resize.Report.Duration.TotalMilliseconds;
}
