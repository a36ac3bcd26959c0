namespace Party.Flows.Operators;

/// <summary>Events that are made one by one, and handed on together.</summary>
internal sealed class Batch<TEvent>(Operator<TEvent> following)
{
    private const int Size = 512;

    private TEvent[] _events = [];
    private int _count;

    /// <summary>Whether events are kept until <see cref="Flush"/> however many they are.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Adds an event, and hands the events on if they are many.</summary>
    public void Add(TEvent item)
    {
        if (_count == _events.Length)
        {
            Grow();
        }

        _events.AsSpan()[_count++] = item;
    }

    /// <summary>Adds events, in order.</summary>
    public void AddAll(IEnumerable<TEvent> items)
    {
        foreach (var item in items ?? throw Batch.NoSequence())
        {
            Add(item);
        }
    }

    /// <summary>Hands on what there is, unless it is held.</summary>
    public void Flush()
    {
        if (_count > 0 && !IsHeld)
        {
            var count = _count;
            _count = 0;
            following.Next(_events.AsSpan(0, count));
        }
    }

    private void Grow()
    {
        if (_events.Length >= Size && !IsHeld)
        {
            Flush();
        }
        else
        {
            Array.Resize(ref _events, Math.Max(16, 2 * _events.Length));
        }
    }
}
