namespace Party.Benchmarks.Checking;

/// <summary>How far a ratio of one run may fall before something has become slower by a factor.</summary>
/// <param name="Case">The shape, and its setting.</param>
/// <param name="Least">A third of what is usually seen.</param>
/// <param name="Measure">Measures the ratio; more is better.</param>
internal sealed record Limit(string Case, double Least, Func<Settings, double> Measure);
