using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages;

/// <summary>One step of a script: what is done, to which stage.</summary>
public sealed class StageStep(JsonElement step)
{
    public string Does => step.GetProperty("op").ToString();

    public string Stage => Text("stage") ?? Text("consumer") ?? "";

    public string To => Text("to") ?? "";

    public string Subscription => Text("sub") ?? Text("as") ?? "";

    public string Old => Text("old") ?? "";

    public string Reason => Text("reason") ?? "normal";

    public string Message => Text("msg") ?? "";

    public string Mode => Text("mode") ?? "";

    public long Count => Number("n") ?? 0;

    public ImmutableArray<object> Events => step.TryGetProperty("events", out var events)
        ? RecordedEvents.Read(events)
        : Number("from") is { } from && Number("to") is { } to
        ? [.. Enumerable.Range((int)from, (int)(to - from) + 1).Select(number => (object)(long)number)]
        : [];

    public object Event => step.TryGetProperty("event", out var item) ? RecordedEvents.ReadOne(item)
        : step.TryGetProperty("args", out var args) ? FirstOf(args)
        : "";

    public SubscriptionRequest Request => new(step.TryGetProperty("opts", out var options) ? options : default);

    /// <summary><c>ask c s1 3</c></summary>
    public override string ToString() => string.Join(' ', step.EnumerateObject()
        .Where(member => member.Name is not ("result" or "log" or "exits" or "texts" or "internal" or "logs"))
        .Select(member => member.Value.ToString()));

    private static object FirstOf(JsonElement args) =>
        RecordedEvents.ReadOne(args.ValueKind == JsonValueKind.Array ? args.EnumerateArray().First() : args);

    private string? Text(string name) =>
        step.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private long? Number(string name) =>
        step.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
