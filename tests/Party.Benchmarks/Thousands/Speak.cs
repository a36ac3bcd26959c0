namespace Party.Benchmarks.Thousands;

/// <summary>Tells a producer to emit so many events.</summary>
internal sealed record Speak(long Events);
