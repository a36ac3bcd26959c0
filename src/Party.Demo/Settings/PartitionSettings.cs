using System.Collections.Immutable;

namespace Party.Demo.Settings;

/// <summary>One partition of the Party.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Letters">The first letters it owns.</param>
/// <param name="HasConsumer">Whether anybody consumes its words.</param>
internal sealed record PartitionSettings(string Name, ImmutableArray<LetterRange> Letters, bool HasConsumer = true);
