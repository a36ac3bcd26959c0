namespace Party.Benchmarks.Actors;

/// <summary>Many that live and wait, for the sake of what they weigh.</summary>
internal interface IPopulation
{
    string Name { get; }

    /// <summary>Starts so many; each has handled one message when this returns.</summary>
    /// <returns>Ends all of them.</returns>
    IDisposable Settle(int count);
}
