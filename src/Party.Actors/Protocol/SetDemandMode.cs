using Party.Demand.Dispatching;

namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: let demand flow, or wait.</summary>
/// <param name="Mode">The mode.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Mode"/> is neither of the two.</exception>
public sealed record SetDemandMode(DemandMode Mode)
{
    /// <summary>The mode.</summary>
    public DemandMode Mode { get; init; } = Enum.IsDefined(Mode) ? Mode : throw new ArgumentOutOfRangeException(
        nameof(Mode), Mode, $"Expected {nameof(Mode)} to be forward or accumulate, got {Mode}.");
}
