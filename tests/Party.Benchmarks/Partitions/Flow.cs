using System.Diagnostics;

namespace Party.Benchmarks.Partitions;

/// <summary>Looks at a line while it flows: after a while to get going, how much it handles in a window.</summary>
internal static class Flow
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    /// <summary>How the first so many partitions flow.</summary>
    /// <param name="line">It stands still, before and after.</param>
    /// <param name="window">How long to look.</param>
    /// <param name="partitions">How many partitions to look at.</param>
    /// <param name="first">
    /// How many events to let pass first: all demand is there at the start, and it comes in larger pieces than later.
    /// </param>
    public static Pace Look(ILine line, TimeSpan window, int partitions, long first = 0)
    {
        first += line.Handled.Total;
        line.Start();
        do
        {
            Pause(window / 4);
        }
        while (line.Handled.Total < first);
        var before = Count(line, partitions);
        var start = Stopwatch.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        Pause(window);
        var count = Count(line, partitions) - before;
        var pace = new Pace(
            count / Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - used).TotalNanoseconds / Math.Max(count, 1));
        line.Delay = 0;
        line.Stop();
        return pace;
    }

    /// <summary>Waits until nothing has been handled for a while.</summary>
    public static void Settle(Handled handled)
    {
        for (var last = -1L; last != handled.Total;)
        {
            last = handled.Total;
            Pause(Quiet);
        }
    }

    public static void Pause(TimeSpan time) => Task.Delay(time, CancellationToken.None).GetAwaiter().GetResult();

    private static long Count(ILine line, int partitions)
    {
        var count = 0L;
        for (var partition = 0; partition < partitions; partition++)
        {
            count += line.Handled.Of(partition);
        }

        return count;
    }
}
