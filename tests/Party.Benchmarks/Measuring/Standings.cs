namespace Party.Benchmarks.Measuring;

/// <summary>What all contenders did, ours first.</summary>
internal sealed record Standings(Result[] Results)
{
    public Result Ours => Results[0];

    /// <summary>The median of ours to the next, in the same round.</summary>
    public double Ratio => Median.Of(Ours.RatiosTo(Results[1]));

    /// <summary>Ratios first, then what ours allocates, then the rates.</summary>
    public IEnumerable<Cell> Cells =>
    [
        .. Results[1..].Select(other => Cell.Ratio($"ratioTo{Capital(other.Name)}", Ours.RatiosTo(other))),
        Cell.Bytes("bytesPerEvent", Median.Of(Ours.Bytes)),
        .. Results.Select(static result => Cell.Rate(result.Name, result.Rates)),
        Cell.Hidden("oursLow", Ours.Rates.Min()),
        Cell.Hidden("oursHigh", Ours.Rates.Max()),
    ];

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
