namespace Party.Samples.RateLimiter;

/// <summary>So many events in so much time.</summary>
/// <param name="Events">How many, at least 1.</param>
/// <param name="Interval">In how much time.</param>
public sealed record Rate(int Events, TimeSpan Interval);
