namespace Party.Samples.WordCount;

/// <summary>The word that came most often in a minute.</summary>
/// <param name="Minute">When the minute began.</param>
/// <param name="Word">The word; the first by the alphabet, where several came as often.</param>
/// <param name="Times">How often.</param>
public sealed record Favourite(DateTimeOffset Minute, string Word, int Times);
