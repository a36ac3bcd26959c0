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
        Returned -= count;
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
        var age = run.Age;
        foreach (ref readonly var delivery in dispatch.Deliveries)
        {
            Keep(delivery, age, run.Attempt + 1);
            age += delivery.Events.Count;
        }

        Redelivered += run.Count;
        return dispatch with { Attempt = run.Attempt + 1 };
    }

    private void Return(Subscription from, IEnumerable<Retained<TEvent>> runs)
    {
        var key = KeyOf(from);
        foreach (var run in runs)
        {
            if (!_returned.TryGetValue(key, out var returned))
            {
                _returned[key] = returned = new();
            }

            returned.Add(run);
            Returned += run.Count;
        }

        if (dispatcher.Seating != Seating.Copied)
        {
            _news.Enqueue(key);
        }

        WakeUp(from.Seat);
    }
}
