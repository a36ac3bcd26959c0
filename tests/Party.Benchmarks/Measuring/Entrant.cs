using System.Diagnostics;

namespace Party.Benchmarks.Measuring;

/// <summary>A contender with as many events as it needs to be busy for a while, and what it did with them.</summary>
internal sealed class Entrant(IContender contender, Func<long, long> expected)
{
    // What counts as faster, and not as luck.
    private const double Faster = 1.1;

    private long _count = contender.Least;
    private double _best;

    public Result Result { get; } = new(contender.Name, [], []);

    /// <summary>Runs unmeasured. From now on it gets more events if it was over too soon.</summary>
    /// <returns>Whether it was warm: over not too soon, if it has a choice, and no faster than ever before.</returns>
    public bool WarmUp(TimeSpan least)
    {
        var taken = Run();
        var rate = _count / taken.TotalSeconds;
        var isWarm = (taken >= least || _count == contender.Most) && rate < Faster * _best;
        _best = Math.Max(_best, rate);
        _count = Math.Min(_count * (taken / least) switch { < 1.0 / 8 => 8, < 1 => 2, _ => 1 }, contender.Most);
        return isWarm;
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
