using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Recordings;

/// <summary>The verdicts on all files of a folder.</summary>
public sealed record RunReport(ImmutableArray<FileReport> Files)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    public int Count(Outcome outcome) => Files.Sum(file => file.Count(outcome));

    /// <summary>A line for each file, what failed in it beneath, and the sums in the last line.</summary>
    public override string ToString()
    {
        var files = Files.SelectMany(file =>
            file.Failures.Select(one => $"  {one.Case}: {one.Verdict.Reason}").Prepend(file.ToString()));
        return string.Join(Environment.NewLine, [.. files, Sums]);
    }

    /// <summary>The same as one JSON document.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            files = Files.Select(file => new
            {
                file = file.File,
                total = file.Verdicts.Length,
                passed = file.Count(Outcome.Passed),
                failed = file.Count(Outcome.Failed),
                skipped = file.Count(Outcome.Skipped),
                deviations = file.Deviations.ToDictionary(one => one.Key, one => one.Value),
                failures = file.Failures.Select(one => new { name = one.Case, reason = one.Verdict.Reason }),
                skips = file.Verdicts.Where(one => one.Verdict.Outcome == Outcome.Skipped)
                    .Select(one => new { name = one.Case, reason = one.Verdict.Reason }),
            }),
            passed = Count(Outcome.Passed),
            failed = Count(Outcome.Failed),
            skipped = Count(Outcome.Skipped),
        },
        Format);

    private string Sums =>
        $"{Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.Skipped)} skipped";
}
