namespace Party.Benchmarks.Partitions;

/// <summary>A producer and the consumers of its partitions, which flow while they are let.</summary>
internal interface ILine : IDisposable
{
    string Name { get; }

    /// <summary>What was handled so far.</summary>
    Handled Handled { get; }

    /// <summary>How long the last partition's consumer takes for an event, in milliseconds.</summary>
    double Delay { get; set; }

    /// <summary>Lets it flow.</summary>
    void Start();

    /// <summary>Stops it, and waits until nothing is on its way.</summary>
    void Stop();
}
