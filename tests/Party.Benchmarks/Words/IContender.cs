namespace Party.Benchmarks.Words;

/// <summary>One way to bring words to the consumers that own them.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>Moves so many words, and returns the sum of their lengths.</summary>
    long Run(long words);
}
