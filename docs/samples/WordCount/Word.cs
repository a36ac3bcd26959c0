namespace Party.Samples.WordCount;

/// <summary>A word of a book, and when it was read.</summary>
/// <param name="Text">In small letters.</param>
/// <param name="Time">Event time: the reader takes a second for a line.</param>
public readonly record struct Word(string Text, DateTimeOffset Time);
