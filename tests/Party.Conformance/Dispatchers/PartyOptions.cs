using System.Collections.Immutable;
using System.Text.Json;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Dispatchers;

/// <summary>Party's own options for what was recorded.</summary>
public static class PartyOptions
{
    private static readonly string[] Selectors =
        ["even", "odd", "mod3", "lt100", "all", "never", "truthy_value", "raises"];

    /// <summary>The options of a recorded dispatcher; partitions are pooled and park without bound.</summary>
    /// <exception cref="ArgumentException">Party has no such dispatcher.</exception>
    public static DispatcherOptions<object> Of(RecordedDispatcher recorded) => recorded switch
    {
        { Type: "demand" } => new DemandDispatcherOptions<object> { MaxDemand = recorded.MaxDemand },
        { Type: "broadcast" } => new BroadcastDispatcherOptions<object>
        {
            Selectors = Selectors.ToImmutableDictionary(name => name, RecordedSelector.Named),
        },
        { Type: "partition", Partitions: { } partitions } => Of(recorded, partitions, DemandScope.Pooled),
        _ => throw new ArgumentException($"Expected a dispatcher that Party has, got \"{recorded.Type}\"."),
    };

    /// <summary>A partition dispatcher's options with unbounded parks and a recorded hash.</summary>
    public static PartitionDispatcherOptions<object> Of(
        RecordedDispatcher recorded, ImmutableArray<string> partitions, DemandScope scope)
    {
        var names = recorded.PartitionCount is { } count
            ? PartitionNames.Numbered(count)
            : PartitionNames.Named(partitions);
        var hash = recorded.Hash;
        return new()
        {
            Partitions = names,
            Selector = recorded.HashName is null ? null : PartitionSelector.ByPlacement<object>(item =>
                hash(item) is { } place
                    ? new(place.Item, names.IndexOf(place.Partition))
                    : new(item, Placement<object>.NoPartition)),
            Demand = scope,
            ParkLimit = PartitionDispatcherOptions<object>.Unbounded,
        };
    }

    /// <summary>What of a subscription's options concerns the dispatcher.</summary>
    public static SubscriptionOptions Of(JsonElement subscription) => new()
    {
        Partition = Text(subscription, "partition"),
        Selector = Text(subscription, "selector"),
    };

    private static string? Text(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
