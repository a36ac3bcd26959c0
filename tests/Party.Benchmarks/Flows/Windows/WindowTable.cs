using System.Runtime.InteropServices;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Windows;

/// <summary>A dictionary of sums by second, on one thread: it is right for readings in any order, at the end.</summary>
internal sealed class WindowTable(Reading[] readings) : Whole("table", readings.Length)
{
    protected override long Run()
    {
        var sums = new Dictionary<long, long>();
        foreach (ref readonly var reading in readings.AsSpan())
        {
            var second = reading.Time.UtcTicks / TimeSpan.TicksPerSecond;
            CollectionsMarshal.GetValueRefOrAddDefault(sums, second, out _) += reading.Value;
        }

        return Fingerprint.Sum(sums.Select(static window => (window.Key, window.Value)));
    }
}
