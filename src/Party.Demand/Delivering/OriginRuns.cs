namespace Party.Demand.Delivering;

/// <summary>What the events of a queue were made of, in runs of the same origin.</summary>
internal sealed class OriginRuns
{
    private readonly Queue<(Origin? Origin, int Count)> _runs = new();
    private (Origin? Origin, int Count) _last;

    // How many of the first run have left.
    private int _gone;

    /// <summary>How many events at the front are of one origin; <see cref="int.MaxValue"/> without any.</summary>
    public int Next => _runs.TryPeek(out var run) ? run.Count - _gone : LastOr(int.MaxValue);

    /// <summary>The origin of the first event; null where it has none.</summary>
    public Origin? First => _runs.TryPeek(out var run) ? run.Origin : _last.Origin;

    /// <summary>
    /// Notes events that are added to a queue; the runs are made when the first of them has an origin.
    /// </summary>
    /// <param name="runs">The queue's runs; null while nothing in it ever had an origin.</param>
    /// <param name="waiting">How many events the queue holds already.</param>
    /// <param name="origin">What the new ones were made of; null where nobody wants to know.</param>
    /// <param name="count">How many there are.</param>
    public static void Note(ref OriginRuns? runs, int waiting, Origin? origin, int count)
    {
        if (runs is null && origin is not null && count > 0)
        {
            runs = new();
            runs.Add(null, waiting);
        }

        runs?.Add(origin, count);
    }

    /// <summary>Adds events behind all others.</summary>
    public void Add(Origin? origin, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (_last.Count > 0 && _last.Origin == origin)
        {
            _last.Count += count;
            return;
        }

        if (_last.Count > 0)
        {
            _runs.Enqueue(_last);
        }

        _last = (origin, count);
    }

    /// <summary>Takes events off the front.</summary>
    /// <param name="count">At most as many as there are.</param>
    /// <param name="areOver">Whether they have come to their end with it.</param>
    public void Pass(int count, bool areOver)
    {
        while (count > 0)
        {
            var run = Math.Min(count, Next);
            if (areOver)
            {
                First?.Settle(run);
            }

            Shorten(run);
            count -= run;
        }
    }

    private int LastOr(int none) => _last.Count > 0 ? _last.Count - _gone : none;

    private void Shorten(int count)
    {
        _gone += count;
        if (_runs.TryPeek(out var run) && run.Count == _gone)
        {
            _runs.Dequeue();
            _gone = 0;
        }
        else if (_runs.Count == 0 && _last.Count == _gone)
        {
            _last = default;
            _gone = 0;
        }
    }
}
