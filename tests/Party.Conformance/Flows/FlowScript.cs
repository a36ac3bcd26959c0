using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Flows;

/// <summary>A recorded flow: its pipeline, and what it came to.</summary>
public sealed class FlowScript(JsonElement recorded)
{
    public RecordedPipeline Pipeline { get; } = new(recorded.GetProperty("setup").GetProperty("pipeline"));

    /// <summary>Whether the order of the result was left to chance.</summary>
    public bool IsSorted { get; } =
        recorded.GetProperty("setup").TryGetProperty("order", out var order) && order.ToString() == "sorted";

    /// <summary>What was recorded.</summary>
    public ImmutableArray<string> Recorded => FlowRecord.Read(recorded.GetProperty("steps")[0], IsSorted);

    /// <summary>A place in a result as text.</summary>
    public static string Describe(int index) => $"event {index + 1}";
}
