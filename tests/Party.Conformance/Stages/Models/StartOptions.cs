using System.Text.Json;
using Party.Conformance.Deviations;

namespace Party.Conformance.Stages.Models;

/// <summary>Which options a stage starts with.</summary>
public static class StartOptions
{
    /// <summary>Why it does not start, by kind; null where it does.</summary>
    public static string? Fault(RecordedStage setup, Switches switches) =>
        setup.Options.EnumerateObject().Any(option => !IsFine(setup, option)) ? "bad_opts"
        : setup.BufferSize < 1 ? switches.HasFlag(Switches.D7) ? "bad_opts" : "function_clause"
        : null;

    private static bool IsFine(RecordedStage setup, JsonProperty option) => option.Name switch
    {
        "demand" => setup.Type == StageType.Producer && option.Value.ToString() is "forward" or "accumulate",
        "buffer_size" => setup.IsProducing && IsSize(option.Value),
        "buffer_keep" => setup.IsProducing && option.Value.ToString() is "first" or "last",
        "dispatcher" => setup.IsProducing && setup.Dispatcher.Type is "demand" or "broadcast" or "partition",
        "subscribe_to" => setup.IsConsuming && option.Value.ValueKind == JsonValueKind.Array,
        "max_restarts" or "max_seconds" => setup.Type == StageType.ConsumerSupervisor,
        _ => false,
    };

    private static bool IsSize(JsonElement value) =>
        value.ToString() == "infinity"
        || (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var size) && size >= 0);
}
