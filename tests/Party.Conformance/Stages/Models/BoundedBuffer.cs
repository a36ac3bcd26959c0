namespace Party.Conformance.Stages.Models;

/// <summary>A buffer of limited size: a message belongs to the event before it, and goes when that does.</summary>
public sealed class BoundedBuffer(int size, bool keepsFirst) : IBufferModel
{
    private readonly List<(object Item, List<string> Messages)> _events = [];

    public int Estimate => _events.Count;

    public int Store(List<object> events, List<string> passed)
    {
        var dropped = 0;
        foreach (var item in events)
        {
            if (_events.Count == size)
            {
                dropped++;
                if (keepsFirst)
                {
                    continue;
                }

                passed.AddRange(_events[0].Messages);
                _events.RemoveAt(0);
            }

            _events.Add((item, []));
        }

        return dropped;
    }

    public bool StoreUnlessEmpty(string message)
    {
        if (_events.Count == 0)
        {
            return false;
        }

        _events[^1].Messages.Add(message);
        return true;
    }

    public bool Take(long count, List<object> events, List<string> passed)
    {
        if (_events.Count == 0)
        {
            return false;
        }

        while (events.Count < count && _events.Count > 0 && passed.Count == 0)
        {
            events.Add(_events[0].Item);
            passed.AddRange(_events[0].Messages);
            _events.RemoveAt(0);
        }

        return true;
    }
}
