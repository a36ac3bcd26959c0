using Party.Benchmarks.Measuring;
using Party.Flows;
using Party.Flows.Windows;

namespace Party.Benchmarks.Flows.Windows;

/// <summary>Ours: every stage sums up what it reads of a second, and one more adds these up.</summary>
internal sealed class FlowWindows(Reading[] readings, int stages) : FlowContender(readings.Length)
{
    private static readonly Window<Reading> Second =
        Window.Fixed<Reading>(TimeSpan.FromSeconds(1), static reading => reading.Time);

    protected override long Run() => Fingerprint.Sum(Run(Flow.From(readings, new() { Stages = stages })
        .Window(Second)
        .Aggregate(0L, static (sum, reading) => sum + reading.Value)
        .Departition(
            static () => 0L,
            static (sum, part) => sum + part,
            static (sum, window) => (window.Start.GetValueOrDefault().UtcTicks / TimeSpan.TicksPerSecond, sum))));
}
