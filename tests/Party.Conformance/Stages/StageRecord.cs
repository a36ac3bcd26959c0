using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages;

/// <summary>What one step came to: its result, every stage's callbacks in order, and who ended, by kind.</summary>
public sealed record StageRecord(
    string Result,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Log,
    ImmutableSortedDictionary<string, string> Exits)
{
    /// <summary>The step as it was recorded.</summary>
    public static StageRecord Read(JsonElement step) => new(
        step.TryGetProperty("result", out var result) ? ReadResult(result) : "null",
        step.TryGetProperty("log", out var log)
            ? log.EnumerateObject().ToImmutableSortedDictionary(
                stage => stage.Name,
                ImmutableArray<string> (stage) => [.. stage.Value.EnumerateArray().Select(LogEntry.Read)],
                StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        step.TryGetProperty("exits", out var exits)
            ? exits.EnumerateObject().ToImmutableSortedDictionary(
                stage => stage.Name, stage => RecordedReason.KindOf(stage.Value.ToString()), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty);

    public bool Equals(StageRecord? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>ok | c: events s1 [1] | p: demand 1 | exits: c boom</c></summary>
    public override string ToString()
    {
        var logs = Log.Where(stage => stage.Value.Length > 0)
            .Select(stage => $" | {stage.Key}: {string.Join("; ", stage.Value)}");
        var exits = Exits.Select(exit => $"{exit.Key} {exit.Value}").ToArray();
        return $"{Result}{string.Concat(logs)}{(exits is [] ? "" : $" | exits: {string.Join(", ", exits)}")}";
    }

    private static string ReadResult(JsonElement result) => result.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object when result.TryGetProperty("error", out var error) =>
            $"error {RecordedReason.KindOf(error.ToString())}",
        JsonValueKind.Object when result.TryGetProperty("exit", out var exit) =>
            $"exit {RecordedReason.KindOf(exit.ToString())}",
        JsonValueKind.Object => string.Join(' ', result.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name} {member.Value}")),
        _ => result.ToString(),
    };
}
