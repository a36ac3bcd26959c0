using System.Globalization;

namespace Party.Benchmarks.Measuring;

/// <summary>What a contender did, round by round, against the first of them.</summary>
internal sealed record Result(string Name, List<double> Rates, List<double> Against, List<double> Bytes)
{
    /// <summary>How often a second.</summary>
    public double Rate => Median.Of(Rates);

    /// <summary>The rate, as a part of the first contender's in the same round.</summary>
    public double Ratio => Median.Of([.. Rates.Zip(Against, (rate, bound) => rate / bound)]);

    /// <summary>What was allocated each time, by any thread.</summary>
    public double BytesEach => Median.Of(Bytes);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-9}{Rate / 1e6,8:0.0} M/s ({Rates.Min() / 1e6:0} to {Rates.Max() / 1e6:0})  "
        + $"ratio {Ratio:0.00}  {BytesEach:0.00} B/word");
}
