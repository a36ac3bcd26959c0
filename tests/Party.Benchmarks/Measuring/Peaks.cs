namespace Party.Benchmarks.Measuring;

/// <summary>
/// The most that the managed heap grew to while a contender ran, garbage that nobody had collected yet included, looked
/// at every millisecond.
/// </summary>
internal static class Peaks
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    /// <summary>A cell in megabytes for each contender, the median of some runs. Disposes of them.</summary>
    public static IEnumerable<Cell> Of(Settings settings, params IContender[] contenders)
    {
        var peaks = contenders.Select(static _ => new List<double>()).ToArray();
        for (var round = 0; round < settings.Peaks; round++)
        {
            foreach (var (index, contender) in contenders.Index())
            {
                peaks[index].Add(Of(contender));
            }
        }

        Array.ForEach(contenders, static contender => contender.Dispose());
        return contenders.Zip(
            peaks, static (one, peak) => Cell.Quantity($"{one.Name}Peak", Median.Of(peak) / 1e6, "MB"));
    }

    private static double Of(IContender contender)
    {
        // A first one, so that what it keeps for good is there already.
        contender.Run(contender.Least);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var isOver = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            while (!isOver.Wait(Interval))
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            }
        });
        watcher.Start();
        contender.Run(contender.Least);
        isOver.Set();
        watcher.Join();
        return most - before;
    }
}
