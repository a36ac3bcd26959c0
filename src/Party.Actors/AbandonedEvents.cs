namespace Party.Actors;

/// <summary>Events that were on their way to a consumer when the time to drain was up.</summary>
/// <param name="Consumer">The consumer's path.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Count">How many.</param>
public sealed record AbandonedEvents(string Consumer, string Partition, long Count);
