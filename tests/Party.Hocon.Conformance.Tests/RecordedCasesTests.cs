using Xunit.Abstractions;

namespace Party.Conformance.Hocon;

public sealed class RecordedCasesTests(ITestOutputHelper output)
{
    // The recordings hold a few damaged texts that were read all the same and that nobody marked as a quirk.
    private const int MostRefused = 10;

    [Fact]
    public void Cases_within_the_specification_come_out_as_recorded()
    {
        var failures = new List<string>();
        foreach (var (file, cases) in Recordings())
        {
            var outcomes = RunAll(cases.Where(recorded => recorded.Quirk is null && !recorded.AsksForReference));
            var refused = outcomes.Where(outcome => outcome.IsRefused).ToList();
            var different = outcomes.Where(outcome => !outcome.IsSame && !outcome.IsRefused).ToList();
            var same = outcomes.Count(outcome => outcome.IsSame);
            output.WriteLine($"{file}: {same} of {outcomes.Count} as recorded, {refused.Count} refused.");
            refused.ForEach(outcome => output.WriteLine($"  refused: {outcome}"));
            failures.AddRange(different.Select(outcome => $"{file}: {outcome}"));
            if (refused.Count * MostRefused > outcomes.Count)
            {
                failures.Add($"{file}: expected one case in {MostRefused} to be refused at most, got {refused.Count}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Cases_beyond_the_specification_end()
    {
        foreach (var (file, cases) in Recordings())
        {
            var outcomes = RunAll(cases.Where(recorded => recorded.Quirk is not null));
            var refused = outcomes.Count(outcome => outcome.IsRefused);
            var same = outcomes.Count(outcome => outcome.IsSame);
            var others = outcomes.Count - same - refused;
            output.WriteLine($"{file}: of {outcomes.Count} quirks {same} the same, {refused} refused, {others} other.");
        }
    }

    [Fact]
    public void Cases_about_the_runtimes_own_settings_are_told()
    {
        foreach (var (file, cases) in Recordings())
        {
            foreach (var outcome in RunAll(cases.Where(recorded => recorded.AsksForReference)))
            {
                output.WriteLine(outcome.IsSame ? $"{file}: {outcome.Name} as recorded." : $"{file}: {outcome}");
            }
        }
    }

    private static List<Outcome> RunAll(IEnumerable<RecordedCase> cases) => [.. cases.Select(Replay.Run)];

    private IEnumerable<(string File, IReadOnlyList<RecordedCase> Cases)> Recordings()
    {
        if (Corpus.Find() is { } folder)
        {
            return Corpus.Read(folder);
        }

        output.WriteLine(
            $"INCONCLUSIVE: no folder shared/fidelity/hocon above or in {Corpus.Variable}. Nothing was replayed.");
        return [];
    }
}
