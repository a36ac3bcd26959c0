using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows;

/// <summary>
/// What a flow came to, as texts that can be compared: its events, or one text that says who refused it, or that it
/// failed.
/// </summary>
public static partial class FlowRecord
{
    /// <summary>It failed while it ran.</summary>
    public static ImmutableArray<string> Exit { get; } = ["exit"];

    /// <summary>The events of a flow; in any order, if that was left to chance.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Term> events, bool isSorted)
    {
        var texts = events.Select(one => one.ToString());
        return [.. isSorted ? texts.Order(StringComparer.Ordinal) : texts];
    }

    /// <summary>An operator refused to be put where it was.</summary>
    public static ImmutableArray<string> Refused(string @operator) => [$"refused {@operator}"];

    /// <summary>Whether it was refused while it was built.</summary>
    public static bool IsRefused(ImmutableArray<string> record) =>
        record is [var only] && only.StartsWith("refused ", StringComparison.Ordinal);

    /// <summary>The record of a step.</summary>
    public static ImmutableArray<string> Read(JsonElement step, bool isSorted) =>
        step.TryGetProperty("result", out var result)
            ? result.ValueKind == JsonValueKind.Array
                ? Of(result.EnumerateArray().Select(TermReader.Read), isSorted)
                : [$"result {result}"]
            : step.TryGetProperty("error", out var error)
                ? Refused(OperatorOf(error))
                : Exit;

    // The messages name the operator with its arity, or the operators that a rule is about.
    private static string OperatorOf(JsonElement error)
    {
        var message = error.TryGetProperty("message", out var text) ? text.ToString() : "";
        return FirstReduction().IsMatch(message) ? "reduce"
            : OperatorName().Match(message) is { Success: true } name ? name.Groups[1].Value
            : error.TryGetProperty("type", out var type) ? type.ToString()
            : message;
    }

    [GeneratedRegex("^cannot call group_by/reduce")]
    private static partial Regex FirstReduction();

    [GeneratedRegex(@"^(?:Flow\.)?(\w+)/")]
    private static partial Regex OperatorName();
}
