namespace Party.Demo.Stages;

/// <summary>Makes the handler of every n-th word fail, whoever it belongs to.</summary>
/// <param name="every">n; null for never.</param>
internal sealed class Faults(long? every)
{
    private long _words;

    /// <summary>Counts a batch before it is handled.</summary>
    /// <exception cref="PartyFaultException">One of its words is an n-th.</exception>
    public void Meet(int batch)
    {
        if (every is not { } n)
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
