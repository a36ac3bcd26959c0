namespace Party.Benchmarks.Latency;

/// <summary>Goes there and back again, and looks at the clock each time.</summary>
internal interface ITraveller : IDisposable
{
    string Name { get; }

    /// <summary>Fills in how long each round trip took, in ticks of the stopwatch.</summary>
    void Travel(long[] trips);
}
