namespace Party.Benchmarks.Measuring;

/// <summary>The value in the middle, which one bad round does not move.</summary>
internal static class Median
{
    public static double Of(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
