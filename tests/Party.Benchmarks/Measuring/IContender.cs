namespace Party.Benchmarks.Measuring;

/// <summary>One way to do what is measured.</summary>
internal interface IContender : IDisposable
{
    /// <summary>In camel case: it names a field.</summary>
    string Name { get; }

    /// <summary>The fewest events that it is given to run with.</summary>
    long Least => 1000;

    /// <summary>The most events that it can run with: all there are, where they are there before.</summary>
    long Most => long.MaxValue;

    /// <summary>Does it so many times, to the end.</summary>
    /// <returns>A sum that is the same for every contender: evidence that it was done.</returns>
    long Run(long count);
}
