using System.Diagnostics;
using System.Globalization;

namespace Party.Benchmarks.Words;

/// <summary>
/// Rounds in which every contender runs once, one after the other, so that they share the machine's moods.
/// </summary>
internal static class Rounds
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Result> Interleave(IContender[] contenders, long words, int rounds)
    {
        var rates = contenders.Select(_ => new List<double>()).ToArray();
        var bytes = contenders.Select(_ => new List<double>()).ToArray();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            Compare(contenders, words);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < contenders.Length; index++)
            {
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var watch = Stopwatch.StartNew();
                contenders[index].Run(words);
                var rate = words / watch.Elapsed.TotalSeconds;
                allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
                rates[index].Add(rate);
                bytes[index].Add(allocated / (double)words);
            }
        }

        return [.. contenders
            .Select((contender, index) => new Result(contender.Name, rates[index], rates[0], bytes[index]))];
    }

    // A list that is cycled through sums up to about the same, wherever a run begins in it.
    private static void Compare(IContender[] contenders, long words)
    {
        var sums = contenders.Select(contender => contender.Run(words)).ToArray();
        foreach (var (index, sum) in sums.Index())
        {
            if (Math.Abs(sum - sums[0]) > sums[0] / 100)
            {
                throw new InvalidOperationException(
                    $"Expected {contenders[index].Name} to sum up to about {sums[0]}, got {sum}.");
            }
        }
    }

    /// <summary>What a contender did, against the first of them.</summary>
    internal sealed record Result(string Name, List<double> Rates, List<double> Against, List<double> Bytes)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-9}{Median(Rates) / 1e6,8:0.0} M/s ({Rates.Min() / 1e6:0} to {Rates.Max() / 1e6:0})  "
            + $"ratio {Median([.. Rates.Zip(Against, (rate, bound) => rate / bound)]):0.00}  {Median(Bytes):0.00} B/word");

        private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }
}
