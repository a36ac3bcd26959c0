using Party.Benchmarks.Flows.Counting;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Groups;

/// <summary>How often each of very many keys comes.</summary>
internal static class GroupsCase
{
    public static void Run(Settings settings, Report report)
    {
        var keys = Keys.Make(settings.Events);
        IContender[] Contenders() => [new ParallelCount<long>(keys), new KeyLoop(keys)];
        var expected = new KeyLoop(keys).Run(keys.Length);
        var standings = Rounds.Interleave(settings with { IsLong = true }, _ => expected, Contenders());
        report.Add(
        [
            Cell.Count("keys", keys.Length / Keys.Times),
            .. standings.Cells,
            .. Peaks.Of(settings, Contenders()),
        ]);
    }
}
