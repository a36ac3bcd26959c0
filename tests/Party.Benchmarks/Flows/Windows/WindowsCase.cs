using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Windows;

/// <summary>A sum for each second of readings that come in order.</summary>
internal static class WindowsCase
{
    private const int Ways = 2;

    public static void Run(Settings settings, Report report)
    {
        var readings = Reading.Make(settings.Events);
        IContender[] Contenders() =>
        [
            new FlowWindows(readings, stages: 1),
            new FlowWindows(readings, stages: 2),
            new WindowLoop(readings),
            new WindowTable(readings),
        ];
        var expected = new WindowLoop(readings).Run(readings.Length);
        var results = Rounds.Interleave(settings, _ => expected, Contenders()).Results;
        var peaks = Peaks.Of(settings, Contenders()).ToArray();
        for (var index = 0; index < Ways; index++)
        {
            report.Add(
            [
                Cell.Count("stages", index + 1),
                .. new Standings([results[index], .. results[Ways..]]).Cells,
                peaks[index],
                .. peaks[Ways..],
            ]);
        }
    }
}
