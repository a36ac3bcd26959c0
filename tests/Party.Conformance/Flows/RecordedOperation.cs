using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows;

/// <summary>One operation of a recorded pipeline, with its options.</summary>
public sealed class RecordedOperation(JsonElement operation)
{
    // As many as the machine had on which it was recorded.
    private const int DefaultStages = 2;

    /// <summary>What it is: <c>map</c>, <c>partition</c>, <c>reduce</c>…</summary>
    public string Name => operation.GetProperty("op").ToString();

    /// <summary>The name of its function.</summary>
    public string Function => Name == "uniq" ? "identity" : Text("fn") ?? "identity";

    /// <summary>What the layer that begins with it has of stages.</summary>
    public int Stages => Number("stages") ?? DefaultStages;

    public int MaxDemand => Number("max_demand") ?? 1_000;

    public int MinDemand => Number("min_demand") ?? MaxDemand / 2;

    /// <summary>The window of the layer that begins with it; null for the global one.</summary>
    public RecordedWindow? Window => Member("window") is { } window && window.GetProperty("type").ToString() is var type
        && (type != "global" || window.EnumerateObject().Count() > 1) ? new(window) : null;

    /// <summary>The events of its sources.</summary>
    public ImmutableArray<ImmutableArray<Term>> Data => Name == "from_enumerables"
        ? [.. operation.GetProperty("data").EnumerateArray().Select(ReadAll)]
        : [ReadAll(operation.GetProperty("data"))];

    /// <summary>The flows that it merges.</summary>
    public ImmutableArray<RecordedPipeline> Flows =>
        [.. operation.GetProperty("flows").EnumerateArray().Select(one => new RecordedPipeline(one))];

    public RecordedPipeline Left => new(operation.GetProperty("left"));

    public RecordedPipeline Right => new(operation.GetProperty("right"));

    /// <summary>How events are shared out between the stages of the layer that begins with it.</summary>
    public string Dispatcher => Name switch
    {
        "shuffle" => "demand",
        "broadcast" => "broadcast",
        "merge" => Text("dispatcher") ?? "demand",
        _ => "partition",
    };

    /// <summary>What an event is partitioned by, where no hash says it: itself, if no key does.</summary>
    public Func<Term, Term> Key => Member("key") switch
    {
        { ValueKind: JsonValueKind.Array } key => KeyOf(key),
        { } name => Mappers.Of(name.ToString()),
        null => x => x,
    };

    /// <summary>The name of the hash function; null where there is none.</summary>
    public string? Hash => Text("hash");

    public string? Text(string name) => Member(name)?.ToString();

    public int? Number(string name) => Member(name)?.GetInt32();

    public override string ToString() => operation.GetRawText();

    private JsonElement? Member(string name) =>
        operation.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Func<Term, Term> KeyOf(JsonElement key)
    {
        var index = key[1].GetInt32();
        return x => x.Element(index);
    }

    private static ImmutableArray<Term> ReadAll(JsonElement data) =>
        [.. data.EnumerateArray().Select(TermReader.Read)];
}
