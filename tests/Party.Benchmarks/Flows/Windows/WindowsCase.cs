using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Windows;

/// <summary>A sum for each second of readings that come in order.</summary>
internal static class WindowsCase
{
    public static void Run(Settings settings, Report report)
    {
        var readings = Reading.Make(settings.Events);
        IContender[] Contenders() => [new WindowTable(readings), new WindowLoop(readings)];
        var expected = new WindowLoop(readings).Run(readings.Length);
        var standings = Rounds.Interleave(settings, _ => expected, Contenders());
        report.Add(
        [
            Cell.Count("readings", readings.Length),
            .. standings.Cells,
            .. Peaks.Of(settings, Contenders()),
        ]);
    }
}
