namespace Party.Benchmarks.Measuring;

/// <summary>One way to do what is measured.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>Does it so many times, to the end.</summary>
    /// <returns>A sum that is about the same for every contender: evidence that it was done.</returns>
    long Run(long count);
}
