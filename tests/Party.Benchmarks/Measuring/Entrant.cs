using System.Diagnostics;

namespace Party.Benchmarks.Measuring;

/// <summary>A contender with as many events as it needs to be busy for a while, and what it did with them.</summary>
internal sealed class Entrant(IContender contender, Func<long, long> expected)
{
    private long _count = contender.Least;

    public Result Result { get; } = new(contender.Name, [], []);

    /// <summary>Runs unmeasured. From now on it gets twice as many events if it was over too soon.</summary>
    /// <returns>Whether it was.</returns>
    public bool WarmUp(TimeSpan least)
    {
        var isShort = Run() < least;
        _count *= isShort ? 2 : 1;
        return isShort;
    }

    public void Measure()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var taken = Run();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Result.Rates.Add(_count / taken.TotalSeconds);
        Result.Bytes.Add(allocated / (double)_count);
    }

    private TimeSpan Run()
    {
        var start = Stopwatch.GetTimestamp();
        var sum = contender.Run(_count);
        var taken = Stopwatch.GetElapsedTime(start);
        return sum == expected(_count)
            ? taken
            : throw new InvalidOperationException(
                $"Expected {contender.Name} to sum up to {expected(_count)} for {_count} events, got {sum}.");
    }
}
