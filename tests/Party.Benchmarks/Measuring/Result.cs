namespace Party.Benchmarks.Measuring;

/// <summary>What a contender did, round by round.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Rates">How often a second.</param>
/// <param name="Bytes">What was allocated each time, by any thread.</param>
internal sealed record Result(string Name, List<double> Rates, List<double> Bytes)
{
    /// <summary>The rate, as a part of another's in the same round.</summary>
    public List<double> RatiosTo(Result other) => [.. Rates.Zip(other.Rates, static (one, two) => one / two)];
}
