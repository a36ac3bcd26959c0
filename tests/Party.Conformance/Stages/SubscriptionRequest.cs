using System.Text.Json;
using Party.Conformance.Dispatchers;

namespace Party.Conformance.Stages;

/// <summary>The options of a subscription, as a script gives them.</summary>
public sealed class SubscriptionRequest(JsonElement options)
{
    private const int DefaultMaxDemand = 1000;

    private static readonly string[] CancelModes = ["permanent", "transient", "temporary"];

    public JsonElement Options => options;

    /// <summary>The name that the script gives to the subscription; <c>?</c> where it gives none.</summary>
    public string Name => Option("as")?.ToString() ?? "?";

    /// <summary>The producer's name, where it stands among the options.</summary>
    public string? To => Option("to")?.ToString();

    public int MaxDemand => Number("max_demand") ?? DefaultMaxDemand;

    public int? GivenMinDemand => Number("min_demand");

    public int MinDemand => Number("min_demand") ?? (MaxDemand / 2);

    public string Cancel => Option("cancel")?.ToString() ?? CancelModes[0];

    public string? Partition => Option("partition")?.ToString();

    public bool HasSelector => RecordedSelector.IsGiven(options, out _);

    /// <summary>Whether a demand was given that is no number, which a type rules out.</summary>
    public bool IsWronglyTyped =>
        new[] { "max_demand", "min_demand" }.Any(name => Option(name) is not null && Number(name) is null);

    /// <summary>Whether GenStage takes the options.</summary>
    public bool IsValid =>
        !IsWronglyTyped && MaxDemand >= 1 && MinDemand >= 0 && MinDemand < MaxDemand && CancelModes.Contains(Cancel);

    /// <summary>What a callback sees of it, with the defaults filled in: <c>1000/500 permanent 0</c></summary>
    public override string ToString() => $"{MaxDemand}/{MinDemand} {Cancel} {Partition}".TrimEnd();

    private JsonElement? Option(string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;

    private int? Number(string name) =>
        Option(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;
}
