using Xunit.Abstractions;

namespace Party.Conformance.Hocon;

public sealed class RecordedCasesTests(ITestOutputHelper output)
{
    [Fact]
    public void Cases_within_the_specification_come_out_as_recorded()
    {
        var failures = new List<string>();
        foreach (var (file, cases) in Recordings())
        {
            var own = cases.Where(recorded => recorded.Quirk is null).ToList();
            var failed = own.Select(recorded => (recorded.Name, Differences: Replay.Run(recorded))).Where(run => run.Differences.Count > 0).ToList();
            output.WriteLine($"{file}: {own.Count - failed.Count} of {own.Count} as recorded.");
            failures.AddRange(failed.Select(run => $"{file} {run.Name}\n    {string.Join("\n    ", run.Differences)}"));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Cases_beyond_the_specification_end()
    {
        foreach (var (file, cases) in Recordings())
        {
            var odd = cases.Where(recorded => recorded.Quirk is not null).ToList();
            var same = odd.Count(recorded => Replay.Run(recorded).Count == 0);
            output.WriteLine($"{file}: of {odd.Count} quirks {same} come out as recorded, {odd.Count - same} differ and end all the same.");
        }
    }

    private IEnumerable<(string File, IReadOnlyList<RecordedCase> Cases)> Recordings()
    {
        if (Corpus.Find() is { } folder)
        {
            return Corpus.Read(folder);
        }

        output.WriteLine($"INCONCLUSIVE: no folder shared/fidelity/hocon above the tests, and {Corpus.Variable} is not set. Nothing was replayed.");
        return [];
    }
}
