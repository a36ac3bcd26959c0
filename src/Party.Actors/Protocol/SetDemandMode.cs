using Party.Demand.Dispatching;

namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: let demand flow, or wait.</summary>
/// <param name="Mode">The mode.</param>
public sealed record SetDemandMode(DemandMode Mode);
