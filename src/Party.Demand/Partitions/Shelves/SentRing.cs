namespace Party.Demand.Partitions.Shelves;

/// <summary>Which strands the unconfirmed events of one subscription belong to, by their sequence numbers.</summary>
/// <remarks>Every operation is O(1) for each event it is about.</remarks>
internal sealed class SentRing
{
    private const int Smallest = 8;

    private (Strand? Strand, long Age)[] _sent = [];
    private long _first = 1;
    private long _next = 1;

    /// <summary>The number of the last event that was sent.</summary>
    public long Last => _next - 1;

    /// <summary>Enters the next event that is sent.</summary>
    public void Add(Strand strand, long age)
    {
        if (_next - _first == _sent.Length)
        {
            Grow();
        }

        _sent[_next++ & (_sent.Length - 1)] = (strand, age);
    }

    /// <summary>Takes out one event.</summary>
    /// <returns>False where it was never sent, or was taken out before.</returns>
    public bool TryTake(long number, out Strand strand, out long age)
    {
        strand = null!;
        age = 0;
        if (number < _first || number >= _next)
        {
            return false;
        }

        ref var sent = ref _sent[number & (_sent.Length - 1)];
        if (sent.Strand is not { } taken)
        {
            return false;
        }

        (strand, age) = (taken, sent.Age);
        sent = default;
        while (_first < _next && _sent[_first & (_sent.Length - 1)].Strand is null)
        {
            _first++;
        }

        return true;
    }

    /// <summary>Takes out the oldest event, if it is not beyond a number.</summary>
    public bool TryTakeFirst(long upTo, out Strand strand) =>
        TryTake(_first <= upTo ? _first : long.MaxValue, out strand, out _);

    private void Grow()
    {
        var grown = new (Strand? Strand, long Age)[Math.Max(Smallest, 2 * _sent.Length)];
        for (var number = _first; number < _next; number++)
        {
            grown[number & (grown.Length - 1)] = _sent[number & (_sent.Length - 1)];
        }

        _sent = grown;
    }
}
