using System.Collections.Immutable;

namespace Party.Demand.Watching;

/// <summary>Which keys came most often since the watching began.</summary>
/// <param name="Events">How many events were counted.</param>
/// <param name="Bound">A key that is not listed came no more often than this; no count is too high by more.</param>
/// <param name="Top">The keys that came most often, each with its count and its error, highest first.</param>
public sealed record KeysSnapshot(long Events, long Bound, ImmutableArray<HeavyHitter<object>> Top);
