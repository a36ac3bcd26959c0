using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Windows;

/// <summary>A sum that begins anew with every second, on one thread: right only for readings in order.</summary>
internal sealed class WindowLoop(Reading[] readings) : Whole("loop", readings.Length)
{
    protected override long Run()
    {
        var sums = new List<(long Second, long Sum)>();
        var (second, total) = (0L, 0L);
        foreach (ref readonly var reading in readings.AsSpan())
        {
            var now = reading.Time.UtcTicks / TimeSpan.TicksPerSecond;
            if (now != second)
            {
                sums.Add((second, total));
                (second, total) = (now, 0);
            }

            total += reading.Value;
        }

        sums.Add((second, total));
        return Fingerprint.Sum(sums.Skip(1));
    }
}
