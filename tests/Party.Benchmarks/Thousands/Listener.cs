namespace Party.Benchmarks.Thousands;

/// <summary>Sums up the events that one of many hears.</summary>
internal sealed class Listener(Audience audience)
{
    private long _sum;
    private long _heard;

    public void Hear(ReadOnlySpan<long> events)
    {
        foreach (var item in events)
        {
            _sum += item;
        }

        Count(events.Length);
    }

    public void Hear(long item)
    {
        _sum += item;
        Count(1);
    }

    private void Count(int events)
    {
        _heard += events;
        if (_heard == audience.Events)
        {
            var sum = _sum;
            (_sum, _heard) = (0, 0);
            audience.Leave(sum);
        }
    }
}
