using Party.Demand.Buffering;
using Party.Demand.Delivering;

namespace Party.Demand.Partitions.Moving;

/// <summary>The events that move from one seat to another, in order, and the messages that wait among them.</summary>
internal sealed class MovedEvents<TEvent>(int from, int to, long since)
{
    private readonly InfoMarkers _infos = new();
    private Queue<MovedEvent<TEvent>> _events = new();

    /// <summary>The seat that they would have had before.</summary>
    public int From => from;

    /// <summary>The seat that they have now.</summary>
    public int To => to;

    /// <summary>When the first of them came.</summary>
    public long Since => since;

    /// <summary>How many there are.</summary>
    public int Count => _events.Count;

    /// <summary>Whether they were where they go before the change that is under way.</summary>
    public bool AreBefore { get; set; }

    /// <summary>All of them, in order.</summary>
    public IEnumerable<MovedEvent<TEvent>> All => _events;

    /// <summary>The first of them. There must be one.</summary>
    public MovedEvent<TEvent> First => _events.Peek();

    /// <summary>Takes the first of them off.</summary>
    public void RemoveFirst()
    {
        _events.Dequeue();
        _infos.Pass(1);
    }

    /// <summary>Adds an event behind all others.</summary>
    public void Add(MovedEvent<TEvent> moved) => _events.Enqueue(moved);

    /// <summary>Puts older events before all others.</summary>
    public void AddBefore(List<MovedEvent<TEvent>> older)
    {
        _events = new(older.Concat(_events));
        _infos.Shift(older.Count);
    }

    /// <summary>Keeps only some of them. Messages that waited for the others go on waiting for these.</summary>
    public void Keep(List<MovedEvent<TEvent>> kept)
    {
        var gone = _events.Count - kept.Count;
        _events = new(kept);
        _infos.Pass(gone);
    }

    /// <summary>Lets a message wait behind all of them.</summary>
    public void Inform(WaitingInfo info) => _infos.Add(Count, info);

    /// <summary>Takes a message that has nothing before it any more.</summary>
    public WaitingInfo? TakeDue() => _infos.TryTakeDue(out var info) ? info : null;

    /// <summary>Takes the first events of one origin, up to the next message.</summary>
    /// <param name="most">At most so many, at least 1.</param>
    /// <param name="origin">Their origin.</param>
    public List<MovedEvent<TEvent>> Take(int most, out Origin? origin)
    {
        origin = _events.Peek().Origin;
        most = Math.Min(most, Math.Max(1, _infos.Next));
        var taken = new List<MovedEvent<TEvent>>();
        while (taken.Count < most && _events.TryPeek(out var next) && next.Origin == origin)
        {
            taken.Add(_events.Dequeue());
        }

        _infos.Pass(taken.Count);
        return taken;
    }
}
