using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Delivering;

/// <content>What came back, and who gets it.</content>
internal sealed partial class DeliveryLedger<TEvent>
{
    /// <summary>Hands on again what came back to a seat that was paused.</summary>
    /// <returns>Whether there was anything, and demand for it.</returns>
    public bool TryServeSeat(int seat, out Dispatch<TEvent> dispatch)
    {
        if (_returned.TryGetValue((seat, null), out var returned))
        {
            return TryRedeliver((seat, null), returned, out dispatch);
        }

        dispatch = default;
        return false;
    }

    private bool TryRedeliver(out Dispatch<TEvent> dispatch)
    {
        while (_news.TryPeek(out var key))
        {
            if (_returned.TryGetValue(key, out var returned) && !dispatcher.IsPaused(key.Seat)
                && TryRedeliver(key, returned, out dispatch))
            {
                return true;
            }

            _news.Dequeue();
        }

        dispatch = default;
        return false;
    }

    private bool TryRedeliver(
        (int Seat, object? Holder) key, ReturnedEvents<TEvent> returned, out Dispatch<TEvent> dispatch)
    {
        var run = returned.First;
        dispatch = dispatcher.Redeliver(key.Seat, run.Events, run.Origin);
        if (dispatch.Leftover == run.Count)
        {
            return false;
        }

        dispatch = KeepAgain(dispatch, Take(key, returned, run.Count - dispatch.Leftover));
        return true;
    }

    private Retained<TEvent> Take((int Seat, object? Holder) key, ReturnedEvents<TEvent> returned, int count)
    {
        _ownReturned -= count;
        var run = returned.Take(count);
        if (returned.Count == 0)
        {
            _returned.Remove(key);
        }

        return run;
    }

    // Events keep their age, and those that are handed on again may be rejected or come back once more.
    private Dispatch<TEvent> KeepAgain(Dispatch<TEvent> dispatch, Retained<TEvent> run)
    {
        // A dispatcher does not know which attempt it is asked to make.
        Delivery<TEvent>[] again = [.. dispatch.Deliveries];
        var age = run.Age;
        foreach (ref var delivery in again.AsSpan())
        {
            delivery = delivery with { Attempt = run.Attempt + 1 };
            Keep(delivery, age);
            age += delivery.Events.Count;
        }

        return dispatch with { Deliveries = again };
    }

    private void Return(Subscription from, IEnumerable<(long First, Retained<TEvent> Run)> runs)
    {
        if (_keyed is not null)
        {
            foreach (var (first, run) in runs.Reverse())
            {
                _keyed.Return(from, first, run);
            }

            return;
        }

        var key = KeyOf(from);
        foreach (var (_, run) in runs)
        {
            Return(key, run);
        }

        if (dispatcher.Seating != Seating.Copied)
        {
            _news.Enqueue(key);
        }

        WakeUp(from.Seat);
    }

    private void Return((int Seat, object? Holder) key, Retained<TEvent> run)
    {
        if (!_returned.TryGetValue(key, out var returned))
        {
            _returned[key] = returned = new();
        }

        returned.Add(run);
        _ownReturned += run.Count;
    }

    /// <summary>How many events came back to a seat, and wait.</summary>
    public int ReturnedTo(int seat) => _keyed is { } keyed
        ? keyed.ReturnedTo(seat)
        : _returned.TryGetValue((seat, null), out var returned) ? returned.Count : 0;

    /// <summary>Lets what came back to a seat come back to where it belongs now.</summary>
    /// <param name="seat">A seat that nobody is served from.</param>
    /// <param name="seatOf">The seat that an event belongs to; −1 where that is its end.</param>
    public void Rehome(int seat, Func<TEvent, int> seatOf)
    {
        _keyed?.Rehome(seat, seatOf);
        if (!_returned.Remove((seat, null), out var returned))
        {
            return;
        }

        _ownReturned -= returned.Count;
        var rehomed = new HashSet<int>();
        while (returned.Count > 0)
        {
            var one = returned.Take(1);
            var to = seatOf(one.Events[0]);
            if (to < 0)
            {
                one.Origin?.Settle(1);
                continue;
            }

            Return((to, null), one);
            rehomed.Add(to);
        }

        foreach (var to in rehomed)
        {
            _news.Enqueue((to, null));
            WakeUp(to);
        }
    }
}
