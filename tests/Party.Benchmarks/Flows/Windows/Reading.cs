namespace Party.Benchmarks.Flows.Windows;

/// <summary>What was measured, and when.</summary>
internal readonly record struct Reading(DateTimeOffset Time, int Value)
{
    /// <summary>Readings in order, a millisecond apart, the same every time.</summary>
    public static Reading[] Make(int count)
    {
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var random = new Random(4);
        return [.. Enumerable.Range(0, count)
            .Select(index => new Reading(start.AddMilliseconds(index), random.Next(1000)))];
    }
}
