using Party.Demand.Subscriptions;

namespace Party.Demand.Delivering;

/// <summary>
/// One subscription's books where what is made of its events has to be confirmed before they are: the batches that
/// were handled, and whose events are still on their way.
/// </summary>
/// <remarks>Batches end in any order; <see cref="Handled"/> counts up to the first that has not.</remarks>
public sealed class OpenBatches
{
    private readonly List<Origin> _done = [];
    private readonly Dictionary<Origin, EventRange> _open = [];
    private readonly SortedSet<long> _firsts = [];
    private readonly List<EventRange> _ahead = [];
    private long _last;

    /// <summary>Whether a batch has ended since <see cref="Collect"/>.</summary>
    public bool HasNews => _done.Count > 0;

    /// <summary>Batches whose events are still on their way.</summary>
    public int Count => _open.Count;

    /// <summary>Events of batches that have not ended.</summary>
    public long Events { get; private set; }

    /// <summary>The number of the last event up to which all are handled.</summary>
    public long Handled => _firsts.Count == 0 ? _last : _firsts.Min - 1;

    /// <summary>Begins a batch.</summary>
    /// <param name="first">The sequence number of its first event.</param>
    /// <param name="count">How many they are.</param>
    public Origin Begin(long first, int count)
    {
        var origin = new Origin(_done);
        _last = first + count - 1;
        _open.Add(origin, new(first, _last));
        _firsts.Add(first);
        Events += count;
        return origin;
    }

    /// <summary>Enters the batches that have ended.</summary>
    public void Collect()
    {
        foreach (var origin in _done)
        {
            if (_open.Remove(origin, out var range))
            {
                _firsts.Remove(range.First);
                Events -= range.Count;
                _ahead.Add(range);
            }
        }

        _done.Clear();
    }

    /// <summary>Takes what ended ahead of older batches and was not taken yet.</summary>
    public IReadOnlyList<EventRange>? TakeAhead()
    {
        _ahead.RemoveAll(range => range.Last <= Handled);
        EventRange[]? ahead = _ahead.Count == 0 ? null : [.. _ahead];
        _ahead.Clear();
        return ahead;
    }
}
