using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>Rows of two sides, brought together by their keys.</summary>
internal static class JoinsCase
{
    public static void Run(Settings settings, Report report)
    {
        var (left, right) = (Row.Make(settings.Events / 10, 5), Row.Make(settings.Events / 10, 6));
        IContender[] Contenders() =>
            [new FlowJoin(left, right), new JoinLoop(left, right), new ParallelJoin(left, right)];
        var expected = new JoinLoop(left, right).Run(left.Length + right.Length);
        var standings = Rounds.Interleave(settings with { IsLong = true }, _ => expected, Contenders());
        report.Add(
        [
            Cell.Count("rowsOfEach", left.Length),
            .. standings.Cells,
            .. Peaks.Of(settings, Contenders()),
        ]);
    }
}
