using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Flows;

/// <summary>The operations of a recorded flow, in order.</summary>
public sealed class RecordedPipeline(JsonElement pipeline)
{
    public ImmutableArray<RecordedOperation> Operations { get; } =
        [.. pipeline.EnumerateArray().Select(one => new RecordedOperation(one))];
}
