namespace Party.Samples.WordCount;

/// <summary>The word that came most often in a while.</summary>
/// <param name="From">When the while began.</param>
/// <param name="Word">The word; the first by the alphabet, where several came as often.</param>
/// <param name="Times">How often.</param>
public sealed record Favourite(DateTimeOffset From, string Word, int Times);
