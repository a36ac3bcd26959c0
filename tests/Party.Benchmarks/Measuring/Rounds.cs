using System.Diagnostics;

namespace Party.Benchmarks.Measuring;

/// <summary>
/// Rounds in which every contender runs once, one after the other, so that they share the machine's moods.
/// </summary>
internal static class Rounds
{
    /// <summary>How long to run before measuring: the runtime compiles what runs often a second time, better.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Result> Interleave(IContender[] contenders, long count, int rounds)
    {
        var rates = contenders.Select(_ => new List<double>()).ToArray();
        var bytes = contenders.Select(_ => new List<double>()).ToArray();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            Compare(contenders, count);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < contenders.Length; index++)
            {
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var watch = Stopwatch.StartNew();
                contenders[index].Run(count);
                var rate = count / watch.Elapsed.TotalSeconds;
                allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
                rates[index].Add(rate);
                bytes[index].Add(allocated / (double)count);
            }
        }

        return [.. contenders
            .Select((contender, index) => new Result(contender.Name, rates[index], rates[0], bytes[index]))];
    }

    // A list that is cycled through sums up to about the same, wherever a run begins in it.
    private static void Compare(IContender[] contenders, long count)
    {
        var sums = contenders.Select(contender => contender.Run(count)).ToArray();
        foreach (var (index, sum) in sums.Index())
        {
            if (Math.Abs(sum - sums[0]) > sums[0] / 100)
            {
                throw new InvalidOperationException(
                    $"Expected {contenders[index].Name} to sum up to about {sums[0]}, got {sum}.");
            }
        }
    }
}
