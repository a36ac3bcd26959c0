using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Stages;

/// <summary>A recorded script for whole stages.</summary>
public sealed class StageScript(JsonElement recorded)
{
    public ImmutableArray<RecordedStage> Stages { get; } =
        [.. recorded.GetProperty("setup").GetProperty("stages").EnumerateArray().Select(one => new RecordedStage(one))];

    public ImmutableArray<StageStep> Steps { get; } =
        [.. recorded.GetProperty("steps").EnumerateArray().Select(one => new StageStep(one))];

    /// <summary>What was recorded, step by step.</summary>
    public IEnumerable<StageRecord> Recorded =>
        recorded.GetProperty("steps").EnumerateArray().Select(StageRecord.Read);

    public IEnumerable<StageRecord> Play(IStageWorld world) => Steps.Select(world.Play);

    /// <summary>A step as text.</summary>
    public string Describe(int index) => $"step {index + 1} ({Steps[index]})";
}
