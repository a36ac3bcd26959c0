namespace Party.Actors.Protocol;

/// <summary>
/// Anyone → producer: does demand flow, or wait? The answer is a <see cref="Party.Demand.Dispatching.DemandMode"/>.
/// </summary>
public sealed record GetDemandMode;
