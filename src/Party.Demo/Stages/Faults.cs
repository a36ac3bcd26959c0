namespace Party.Demo.Stages;

/// <summary>Makes the handler of every n-th word fail, whoever it belongs to.</summary>
/// <remarks>
/// Words that were handed on before are not counted: a batch that fails comes again, and would fail for ever where it
/// is no smaller than n.
/// </remarks>
/// <param name="every">n; null for never.</param>
internal sealed class Faults(long? every)
{
    private long _words;

    /// <summary>Counts a batch before it is handled.</summary>
    /// <param name="batch">How many words it has.</param>
    /// <param name="attempt">How often they have been handed on now.</param>
    /// <exception cref="PartyFaultException">One of its words is an n-th.</exception>
    public void Meet(int batch, int attempt)
    {
        if (every is not { } n || attempt > 1)
        {
            return;
        }

        var last = Interlocked.Add(ref _words, batch);
        if (last / n > (last - batch) / n)
        {
            throw new PartyFaultException($"Cannot handle word {last / n * n}: told to fail.");
        }
    }
}
