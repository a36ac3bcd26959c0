using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Counting;

/// <summary>Counts by flows in two ways, beside a loop and PLINQ in the same rounds.</summary>
internal static class CountRows
{
    /// <summary>Adds a row for each way.</summary>
    /// <param name="settings">How long to measure.</param>
    /// <param name="report">Where the rows go.</param>
    /// <param name="head">What is counted.</param>
    /// <param name="keys">All of it.</param>
    /// <param name="ways">For each row, whether every key crosses, or what was counted of it at hand.</param>
    /// <param name="loop">The loop to compare with.</param>
    public static void Add<TKey>(
        Settings settings, Report report, Cell head, TKey[] keys, bool[] ways, Func<TKey[], IContender> loop)
        where TKey : notnull
    {
        IContender[] Contenders() =>
        [
            .. ways.Select(isCrossing => new FlowCount<TKey>(keys, isCrossing)),
            loop(keys),
            new ParallelCount<TKey>(keys),
        ];
        var expected = loop(keys).Run(keys.Length);
        var results = Rounds.Interleave(settings, _ => expected, Contenders()).Results;
        var peaks = Peaks.Of(settings, Contenders()).ToArray();
        foreach (var (index, isCrossing) in ways.Index())
        {
            report.Add(
            [
                head,
                Cell.Of("way", isCrossing ? "every one crosses" : "counted first"),
                .. new Standings([results[index], .. results[ways.Length..]]).Cells,
                peaks[index],
                .. peaks[ways.Length..],
            ]);
        }
    }

    /// <summary>The ratio of one way to the loop alone.</summary>
    public static double ToLoop<TKey>(
        Settings settings, TKey[] keys, bool isCrossing, Func<TKey[], IContender> loop)
        where TKey : notnull
    {
        var expected = loop(keys).Run(keys.Length);
        return Rounds
            .Interleave(settings, _ => expected, new FlowCount<TKey>(keys, isCrossing), loop(keys))
            .Ratio;
    }
}
