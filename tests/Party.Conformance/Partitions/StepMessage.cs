using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Partitions;

/// <summary>Events delivered to a subscription or, without one, a message that was released.</summary>
public sealed record StepMessage(string? To, ImmutableArray<long> Events, string? Info = null)
{
    public static StepMessage Delivered(string to, IEnumerable<long> events) => new(to, [.. events]);

    public static StepMessage Released(string info) => new(null, [], info);

    public static StepMessage Read(JsonElement message) => message.TryGetProperty("self_info", out var info)
        ? Released(info.ToString())
        : Delivered(
            message.GetProperty("to").ToString(),
            message.GetProperty("events").EnumerateArray().Select(one => one.GetInt64()));

    public override string ToString() => To is null ? $"({Info})" : $"[{string.Join(", ", Events)}]";
}
