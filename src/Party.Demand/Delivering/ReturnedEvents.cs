namespace Party.Demand.Delivering;

/// <summary>Events that came back unconfirmed, oldest first, until somebody takes them.</summary>
internal sealed class ReturnedEvents<TEvent>
{
    private readonly List<Retained<TEvent>> _runs = [];

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>The oldest of them that were handed on equally often and are of one origin.</summary>
    public Retained<TEvent> First => _runs[0];

    /// <summary>Adds events in the place that their age gives them.</summary>
    public void Add(Retained<TEvent> run)
    {
        var behind = _runs.FindLastIndex(other => other.Age < run.Age);
        _runs.Insert(behind + 1, run);
        Count += run.Count;
    }

    /// <summary>Takes the oldest off.</summary>
    /// <param name="count">At most as many as are in <see cref="First"/>.</param>
    public Retained<TEvent> Take(int count)
    {
        var first = _runs[0];
        Count -= count;
        if (count == first.Count)
        {
            _runs.RemoveAt(0);
        }
        else
        {
            _runs[0] = first.Slice(count, first.Count - count);
        }

        return first.Slice(0, count);
    }
}
