using System.Collections.Immutable;

namespace Party.Conformance.Recordings;

/// <summary>The verdicts on the cases of one file.</summary>
public sealed record FileReport(string File, ImmutableArray<(string Case, Verdict Verdict)> Verdicts)
{
    public IEnumerable<(string Case, Verdict Verdict)> Failures =>
        Verdicts.Where(one => one.Verdict.Outcome == Outcome.Failed);

    /// <summary>How many cases each deviation changed.</summary>
    public IEnumerable<KeyValuePair<string, int>> Deviations => Verdicts.SelectMany(one => one.Verdict.Deviations)
        .CountBy(deviation => deviation)
        .OrderBy(one => one.Key.Length).ThenBy(one => one.Key, StringComparer.Ordinal);

    public int Count(Outcome outcome) => Verdicts.Count(one => one.Verdict.Outcome == outcome);

    /// <summary><c>FILE passed/total (deviations: D3 4, D4 7; skipped 2: reason)</c></summary>
    public override string ToString()
    {
        var deviations = Deviations.Select(one => $"{one.Key} {one.Value}").ToArray();
        var skipped = Verdicts.Where(one => one.Verdict.Outcome == Outcome.Skipped)
            .CountBy(one => one.Verdict.Reason)
            .Select(one => $"skipped {one.Value}: {one.Key}");
        string[] changed = deviations.Length > 0 ? [$"deviations: {string.Join(", ", deviations)}"] : [];
        string[] notes = [.. changed, .. skipped];
        var details = notes.Length > 0 ? $" ({string.Join("; ", notes)})" : "";

        return $"{File} {Count(Outcome.Passed)}/{Verdicts.Length}{details}";
    }
}
