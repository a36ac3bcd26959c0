using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Thousands;

/// <summary>What many listeners have heard together.</summary>
/// <param name="listeners">How many there are.</param>
internal sealed class Audience(int listeners)
{
    private Signal _done = new();
    private long _sum;
    private long _events;
    private int _missing;

    /// <summary>How many events each listener is to hear now.</summary>
    public long Events => Volatile.Read(ref _events);

    public void Expect(long events)
    {
        _done = new();
        _sum = 0;
        _missing = listeners;
        Volatile.Write(ref _events, events);
    }

    /// <summary>A listener has heard everything.</summary>
    public void Leave(long sum)
    {
        Interlocked.Add(ref _sum, sum);
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _done.Set(Interlocked.Read(ref _sum));
        }
    }

    /// <summary>Waits until every listener has.</summary>
    /// <returns>The sum of all that was heard.</returns>
    public long Wait() => _done.Wait();
}
