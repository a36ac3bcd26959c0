namespace Party.Actors.Protocol;

/// <summary>
/// Anyone → stage: how many events wait in you for demand? The answer is <see cref="BufferedEstimate"/>.
/// </summary>
public sealed record EstimateBuffered;
