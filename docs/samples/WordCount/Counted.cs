namespace Party.Samples.WordCount;

/// <summary>How often a word came.</summary>
/// <param name="Word">The word.</param>
/// <param name="Times">How often.</param>
/// <param name="Partition">Which partition counted it; no other one saw it.</param>
public sealed record Counted(string Word, int Times, int Partition);
