using System.Collections.Immutable;

namespace Party.Conformance.Recordings;

/// <summary>What became of one recorded case.</summary>
public sealed record Verdict
{
    /// <summary>Whether it passed, failed or was skipped.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it was skipped, or what was expected and what came.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The deliberate deviations that changed a step of it, by the number of the defect they avoid.</summary>
    public ImmutableSortedSet<string> Deviations { get; init; } = [];

    public static Verdict Passed(params IEnumerable<string> deviations) =>
        new() { Outcome = Outcome.Passed, Deviations = [.. deviations] };

    public static Verdict Failed(string reason) => new() { Outcome = Outcome.Failed, Reason = reason };

    public static Verdict Skipped(string reason) => new() { Outcome = Outcome.Skipped, Reason = reason };
}
