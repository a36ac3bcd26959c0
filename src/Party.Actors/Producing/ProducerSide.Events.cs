using Party.Demand.Delivering;
using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <content>What the stage emits, and where it goes.</content>
internal sealed partial class ProducerSide<TEvent>
{
    // So many events are worth a step of their own, rather than being copied.
    private const int Many = 16;

    // What is emitted now is made of; null where nobody wants to know.
    private Origin? _origin;
    private bool _isOwn;

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
    /// <param name="origin">What it is made of.</param>
    public void Enter(Origin? origin = null)
    {
        _isCollecting = true;
        _origin = origin;
    }

    /// <summary>A callback of the stage has ended, well or not: what it emitted is handed on.</summary>
    public void Leave()
    {
        _isCollecting = false;
        try
        {
            Flush();
        }
        finally
        {
            (_isOwn ? _origin : null)?.Close();
            _origin = null;
            _isOwn = false;
        }
    }

    /// <summary>
    /// What is emitted in the running callback is watched from now on, even if it is made of no batch.
    /// </summary>
    public Origin WatchOrigin()
    {
        _isOwn |= _origin is null;
        return _origin ??= new();
    }

    /// <summary>Runs a callback of the stage; what it emits is handed on when it has ended, well or not.</summary>
    public T Within<T>(Func<T> callback)
    {
        Enter();
        try
        {
            return callback();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Hands on what a handler that waits has emitted so far.</summary>
    public void HandOn()
    {
        if (!_emitted.IsEmpty)
        {
            Flush();
        }
    }

    private void Produce(DemandIncrement demand)
    {
        if (demand.Total == 0 || _handler is not { } handler)
        {
            return;
        }

        var isDone = false;
        try
        {
            handler.HandleDemand(demand);
            isDone = true;
        }
        finally
        {
            // What was emitted before a failure counts; the rest is still owed, and is asked for again.
            if (!isDone)
            {
                _askAgain.Post();
            }
        }
    }

    // What is emitted while events are handed on, since some were discarded, comes after them.
    private void Flush()
    {
        if (_isFlushing)
        {
            return;
        }

        _isFlushing = true;
        try
        {
            while (!_emitted.IsEmpty)
            {
                (_emitted, _spare) = (_spare, _emitted);
                Receive(_spare.Events);
                _spare.Clear();
            }
        }
        finally
        {
            _isFlushing = false;
            _spare.Clear();
        }
    }

    private void Receive(ReadOnlySpan<TEvent> events)
    {
        Carry(Ledger.Receive(events, _origin));
        Serve();
        if (Ledger.Unasked > 0)
        {
            _ask.Post();
        }
    }

    private void Serve()
    {
        while (Ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }
    }

    private void Carry(scoped in Dispatch<TEvent> dispatch)
    {
        var infos = dispatch.Infos;
        for (var index = 0; index < dispatch.Deliveries.Length; index++)
        {
            infos = Release(infos, index);
            ref readonly var delivery = ref dispatch.Deliveries[index];
            var link = (ConsumerLink)delivery.To;
            link.Consumer.Tell(link.Pack(delivery), _self);
        }

        Release(infos, dispatch.Deliveries.Length);

        foreach (var setAside in dispatch.SetAside)
        {
            _log.SetAside(setAside);
        }

        if (dispatch.Notice is { } notice)
        {
            _log.Notice(notice);
        }

        // Who is told what was dropped may emit, and that is another step.
        var overflow = dispatch.Overflow;
        Miss(Ledger.WaitsForConsumerOf);
        Drop(dispatch.Dropped);
        if (overflow is not null)
        {
            throw new ParkFullException(overflow);
        }
    }

    // A message that has waited long enough comes like any other, behind what is in the mailbox already.
    private ReadOnlySpan<ReleasedInfo> Release(ReadOnlySpan<ReleasedInfo> infos, int after)
    {
        while (!infos.IsEmpty && infos[0].After <= after)
        {
            _self.Tell(infos[0].Message, _self);
            infos = infos[1..];
        }

        return infos;
    }

    // Apart, since its closure is made as the method begins.
    private void DropLater(int count) => _later.Enqueue(() => Drop(count));

    private void Drop(int count)
    {
        if (count > 0 && _handler is { IsBusy: true })
        {
            DropLater(count);
        }
        else if (count > 0 && _handler?.OnDiscarded(count) != false)
        {
            _log.Discarded(count, options.Buffer ?? new());
        }
    }
}
