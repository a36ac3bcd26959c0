namespace Party.Benchmarks.ByHand;

/// <summary>Sums up what is made of some events.</summary>
internal delegate long SpanSum<T>(ReadOnlySpan<T> items);
