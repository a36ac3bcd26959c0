using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Dispatchers;

/// <summary>
/// Events delivered to a subscription, demand that the dispatcher asks of its own producer for one, or, without a
/// subscription, a message that was released.
/// </summary>
public sealed record StepMessage(string? To, ImmutableArray<object> Events, long Asked = 0, string? Info = null)
{
    public static StepMessage Delivered(string to, IEnumerable<object> events) => new(to, [.. events]);

    public static StepMessage AskedFor(string to, long count) => new(to, [], Asked: count);

    public static StepMessage Released(string info) => new(null, [], Info: info);

    public static StepMessage Read(JsonElement message) =>
        message.TryGetProperty("self_info", out var info) ? Released(info.ToString())
        : message.TryGetProperty("self_ask", out var to) ? AskedFor(to.ToString(), message.GetProperty("n").GetInt64())
        : Delivered(message.GetProperty("to").ToString(), RecordedEvents.Read(message.GetProperty("events")));

    public override string ToString() =>
        To is null ? $"({Info})" : Asked > 0 ? $"(asks {Asked})" : RecordedEvents.Describe(Events);
}
