namespace Party.Actors.Protocol;

/// <summary>Stage → whoever sent <see cref="EstimateBuffered"/>: so many events wait for demand.</summary>
/// <param name="Count">Held and buffered events; those parked in a partition are not counted. 0 of a consumer.</param>
public sealed record BufferedEstimate(int Count);
