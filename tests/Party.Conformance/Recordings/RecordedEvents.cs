using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Recordings;

/// <summary>Events as they were recorded: numbers, and here and there a text.</summary>
public static class RecordedEvents
{
    public static ImmutableArray<object> Read(JsonElement events) => [.. events.EnumerateArray().Select(ReadOne)];

    /// <summary><c>[1, 2, cancelled]</c></summary>
    public static string Describe(IEnumerable<object> events) => $"[{string.Join(", ", events)}]";

    public static object ReadOne(JsonElement item) =>
        item.ValueKind == JsonValueKind.Number ? item.GetInt64() : item.ToString();
}
