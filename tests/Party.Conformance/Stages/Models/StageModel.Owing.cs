namespace Party.Conformance.Stages.Models;

/// <summary>
/// With D2: what was asked for and is not wanted any more is held, never dropped, and what waits is served first. The
/// stage counts what its program owes, whatever the dispatcher.
/// </summary>
public sealed partial class StageModel
{
    // Asked for when it came, and left over.
    private readonly BoundedBuffer _held = new(int.MaxValue, keepsFirst: true);

    // Asked of the program and not yet emitted.
    private long _owed;
    private bool _isReminded;

    private bool MayHandle => World.On(Deviations.Switches.D2) ? _owed > 0 : _wanted > 0;

    private void Receive(List<object> events)
    {
        if (_postponed is not null)
        {
            _postponed.Add(events);
            return;
        }

        Place(events);
        Serve();
        if (Dispatcher.Wanted > _owed && !_isReminded)
        {
            _isReminded = true;
            Tell(Id, new Message.AskNow());
        }
    }

    private void Place(List<object> events)
    {
        var invited = (int)Math.Min(_owed, events.Count);
        var offered = Dispatcher.TakesUninvited ? events : events[..invited];
        var taken = offered.Count - Guard(() => Dispatcher.Dispatch(offered)).Count;
        CarryOut();
        _owed -= invited;

        var kept = Math.Max(taken, invited);
        _held.Store(events[taken..kept], []);
        Buffer(events[kept..]);
    }

    private void Advance()
    {
        Serve();
        var count = Dispatcher.Wanted - _owed;
        if (count > 0 && _postponed is not null)
        {
            _owed += count;
            _postponed.Add(count);
        }
        else if (count > 0)
        {
            _owed += count;
            Ask(count);
        }
    }

    private void Ask(long count)
    {
        if (Setup.Type == StageType.ProducerConsumer)
        {
            TakeFromQueue();
        }
        else
        {
            Log(LogEntry.Demand(count));
            Dispatch(_program.Demanded(count));
        }
    }

    private void Resume(object postponed)
    {
        if (postponed is long count)
        {
            Serve();
            Ask(count);
        }
        else
        {
            Place((List<object>)postponed);
            Serve();
        }
    }

    private void Serve()
    {
        while (Serve(_held) || Serve(_buffer))
        {
        }
    }

    private bool Serve(IBufferModel line)
    {
        List<object> events = [];
        List<string> passed = [];
        var room = Dispatcher.RoomBeside(_owed);
        if (room <= 0 || !line.Take(room, events, passed))
        {
            return false;
        }

        Guard(() => Dispatcher.Dispatch(events));
        CarryOut();
        passed.ForEach(InformDispatcher);
        return true;
    }
}
