using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <content>What the stage emits, and where it goes.</content>
internal sealed partial class ProducerSide<TEvent>
{
    // So many events are worth a step of their own, rather than being copied.
    private const int Many = 16;

    /// <summary>Takes an event from the stage: at once, or at the end of the callback that is running.</summary>
    public void Emit(TEvent item)
    {
        _emitted.Add(item);
        if (!_isCollecting)
        {
            Flush();
        }
    }

    /// <summary>Takes events from the stage: many at once, few like single ones.</summary>
    public void Emit(ReadOnlySpan<TEvent> items)
    {
        if (_emitted.IsEmpty && items.Length >= Many)
        {
            Receive(items);
            return;
        }

        _emitted.Add(items);
        if (!_isCollecting)
        {
            Flush();
        }
    }

    /// <summary>A callback of the stage begins: what it emits is collected.</summary>
    public void Enter() => _isCollecting = true;

    /// <summary>A callback of the stage has ended, well or not: what it emitted is handed on.</summary>
    public void Leave()
    {
        _isCollecting = false;
        Flush();
    }

    private void Produce(DemandIncrement demand)
    {
        if (demand.Total == 0 || _handler is not { } handler)
        {
            return;
        }

        var isDone = false;
        Enter();
        try
        {
            handler.HandleDemand(demand);
            isDone = true;
        }
        finally
        {
            // What was emitted before a failure counts; the rest is still owed, and is asked for again.
            Leave();
            if (!isDone)
            {
                _askAgain.Post();
            }
        }
    }

    private void Flush()
    {
        if (_emitted.IsEmpty)
        {
            return;
        }

        try
        {
            Receive(_emitted.Events);
        }
        finally
        {
            _emitted.Clear();
        }
    }

    private void Receive(ReadOnlySpan<TEvent> events)
    {
        Carry(Ledger.Receive(events));
        ServeBuffer();
        if (Ledger.Unasked > 0)
        {
            _ask.Post();
        }
    }

    private void ServeBuffer()
    {
        while (Ledger.TryServeBuffer(out var dispatch))
        {
            Carry(dispatch);
        }
    }

    private void Carry(Dispatch<TEvent> dispatch)
    {
        foreach (var (to, first, events) in dispatch.Deliveries)
        {
            ((ConsumerLink)to).Consumer.Tell(new Events<TEvent>(to.Id, first, events), _self);
        }

        foreach (var setAside in dispatch.SetAside)
        {
            _log.SetAside(setAside);
        }

        Miss(Ledger.WaitsForConsumerOf);
        if (dispatch.Overflow is { } partition)
        {
            throw new ParkFullException(
                $"Expected at most {options.Dispatcher.ParkLimit} parked events in partition {partition}, got one more. "
                + "Raise park-limit, or choose another park-policy. The event was discarded.");
        }
    }
}
