using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Deviations;
using Party.Conformance.Dispatchers.Models;
using Party.Demand.Hashing;

namespace Party.Conformance.Dispatchers;

/// <summary>Which dispatcher was recorded, with its options.</summary>
public sealed class RecordedDispatcher(string type, JsonElement options)
{
    /// <summary><c>demand</c>, <c>broadcast</c>, <c>partition</c>, or what is none.</summary>
    public string Type => type;

    /// <summary>The names of the partitions in their order; null where they are no partitions at all.</summary>
    public ImmutableArray<string>? Partitions => Option("partitions") switch
    {
        { ValueKind: JsonValueKind.Array } names => [.. names.EnumerateArray().Select(name => name.ToString())],
        { ValueKind: JsonValueKind.Number } count => [.. RangeTo(count.GetInt32() - 1)],
        _ => null,
    };

    /// <summary>The demand of an ordinary request; null where none was given.</summary>
    public int? MaxDemand => Option("max_demand")?.GetInt32();

    /// <summary>The number of partitions, where they were counted, not named.</summary>
    public int? PartitionCount =>
        Option("partitions") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null;

    /// <summary>Whether partitions were given that are neither a number nor a list.</summary>
    public bool HasOddPartitions => Partitions is null && Option("partitions") is not null;

    /// <summary>The name of the hash function; null where none was given.</summary>
    public string? HashName => Option("hash")?.ToString();

    /// <summary>The hash function.</summary>
    public Func<object, (object Item, string Partition)?> Hash => HashName is { } name
        ? RecordedHash.Named(name, Option("hash_n")?.GetInt32() ?? Partitions?.Length ?? 1)
        : Portable;

    /// <summary>The reference model of this dispatcher.</summary>
    /// <exception cref="ModelFaultException">There can be no such dispatcher.</exception>
    public DispatcherModel Model(Switches switches) => type switch
    {
        "demand" => new DemandModel(switches),
        "broadcast" => new BroadcastModel(switches),
        "partition" => PartitionModel(switches),
        _ => throw new InvalidDataException($"Expected a dispatcher, got \"{type}\"."),
    };

    private PartitionModel PartitionModel(Switches switches)
    {
        var partitions = Partitions ?? throw new ModelFaultException("Expected partitions, got none.");
        var isNamed = PartitionCount is null && !partitions.SequenceEqual(RangeTo(partitions.Length - 1));
        if (isNamed && HashName is null)
        {
            throw new ModelFaultException("Expected a hash for named partitions, got none.");
        }

        var hasBadCount = PartitionCount < 1 && switches.HasFlag(Switches.D14);
        return new(hasBadCount ? [] : partitions, Hash, switches);
    }

    private JsonElement? Option(string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;

    // The portable hash itself is proved by a file of its own.
    private (object Item, string Partition)? Portable(object item) =>
        (item, $"{(item is long number ? PortableHash.Of(number) : PortableHash.Of($"{item}".AsSpan()))
            % (uint)(Partitions?.Length ?? 1)}");

    // Elixir's 0..n-1 runs downwards where n is 0 or less.
    private static IEnumerable<string> RangeTo(int last) => last >= 0
        ? Enumerable.Range(0, last + 1).Select(index => $"{index}")
        : Enumerable.Range(0, 1 - last).Select(index => $"{-index}");
}
