using System.Text.Json;
using Party.Conformance.Dispatchers;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages;

/// <summary>A stage as a script sets it up: what it is, what it does, its options.</summary>
public sealed class RecordedStage(JsonElement setup)
{
    private static readonly JsonElement NoOptions = JsonDocument.Parse("{}").RootElement;

    public string Id => setup.GetProperty("id").ToString();

    public StageType Type => setup.GetProperty("type").ToString() switch
    {
        "producer" => StageType.Producer,
        "producer_consumer" => StageType.ProducerConsumer,
        "consumer" => StageType.Consumer,
        "consumer_supervisor" => StageType.ConsumerSupervisor,
        var other => throw new InvalidDataException($"Expected a type of stage, got \"{other}\"."),
    };

    public string Does => Text("impl") ?? "";

    public JsonElement Options => Member("options") ?? NoOptions;

    public bool IsProducing => Type is StageType.Producer or StageType.ProducerConsumer;

    public bool IsConsuming => Type is not StageType.Producer;

    public bool IsManual => Member("manual") is { ValueKind: JsonValueKind.True };

    /// <summary>Whether demand flows: <c>forward</c>, <c>accumulate</c>, or what is neither.</summary>
    public string Demand => Option("demand")?.ToString() ?? "forward";

    public bool AccumulatesDemand => Demand == "accumulate";

    /// <summary>Which events survive an overflow: <c>last</c>, <c>first</c>, or what is neither.</summary>
    public string Keeps => Option("buffer_keep")?.ToString() ?? "last";

    public bool KeepsFirst => Keeps == "first";

    /// <summary>The capacity of the buffer; null for none.</summary>
    public int? BufferSize => Option("buffer_size") switch
    {
        { ValueKind: JsonValueKind.Number } size => size.GetInt32(),
        null when Type == StageType.Producer => 10_000,
        _ => null,
    };

    public IEnumerable<SubscriptionRequest> SubscribesTo =>
        Option("subscribe_to") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(one => new SubscriptionRequest(one))
            : [];

    public RecordedDispatcher Dispatcher => Option("dispatcher") is { } dispatcher
        ? new(TypeOf(dispatcher), dispatcher)
        : new("demand", NoOptions);

    public string? Text(string name) => Member(name)?.ToString();

    public int? Number(string name) => Member(name)?.GetInt32();

    public object? Event(string name) => Member(name) is { } item ? RecordedEvents.ReadOne(item) : null;

    /// <summary>An option; null where it is not given.</summary>
    public JsonElement? Option(string name) =>
        Options.ValueKind == JsonValueKind.Object && Options.TryGetProperty(name, out var value) ? value : null;

    private static string TypeOf(JsonElement dispatcher) =>
        dispatcher.ValueKind == JsonValueKind.Object && dispatcher.TryGetProperty("type", out var type)
            ? type.ToString()
            : dispatcher.ToString();

    private JsonElement? Member(string name) =>
        setup.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
