namespace Party.Flows.Windows;

/// <summary>Sessions: an event is in one with all that are less than the gap away, directly or by others.</summary>
/// <remarks>Where two become one, the older one's trigger goes on, and the newer one's is forgotten.</remarks>
internal sealed class SessionLedger<T, TKey>(SessionWindow<T, TKey> window) : EventTimeLedger<T>(window, window.Time)
    where TKey : notnull
{
    private readonly long _gap = window.Gap.Ticks;
    private readonly Dictionary<TKey, List<SessionPane<T>>> _open = [];

    // A session that grows is left where it is queued: it is looked at when that would have been due.
    private readonly PriorityQueue<(SessionPane<T> Session, TKey Key), (long Due, long Number)> _queue = new();
    private TKey[] _keys = [];
    private SessionPane<T>? _entered;
    private List<SessionPane<T>>? _siblings;
    private long _number;

    protected override IEnumerable<OpenPane<T>> Panes => _open.Values
        .SelectMany(static sessions => sessions)
        .OrderBy(static session => session.End)
        .ThenBy(static session => session.Number)
        .ToList();

    protected override long NextDue => _queue.TryPeek(out _, out var next) ? next.Due : long.MaxValue;

    public override void End(IPaneHandler<T> handler)
    {
        var sessions = Panes;
        _open.Clear();
        _queue.Clear();
        foreach (var session in sessions)
        {
            Finish(session, handler);
        }
    }

    protected override void Look(ReadOnlySpan<T> events)
    {
        base.Look(events);
        if (_keys.Length < events.Length)
        {
            _keys = new TKey[events.Length];
        }

        if (window.Key is { } key)
        {
            for (var index = 0; index < events.Length; index++)
            {
                _keys[index] = key(events[index]);
            }
        }
    }

    protected override void Enter(long time, int index, IPaneHandler<T> handler)
    {
        var key = _keys[index];
        var sessions = _open.GetValueOrDefault(key);
        _siblings = sessions;
        _entered = sessions is null ? null : FindOrMerge(sessions, key, time, handler);
        if (_entered is null && !IsOver(Ticks.Add(time, _gap)))
        {
            _entered = Open(key, time, handler);
        }
    }

    protected override int Run(ReadOnlySpan<long> times, int index, long limit, out long latest)
    {
        latest = times[0];
        if (_entered is null || IsJudged || _siblings is not { Count: 1 })
        {
            // One that fires on the way says what it spans by then.
            return 1;
        }

        // Alone with its key, a session takes whatever is near enough, and nothing has to be merged.
        var (start, end, key) = (_entered.Start, _entered.End, _keys[index]);
        var count = 1;
        for (; count < times.Length; count++)
        {
            var time = times[count];
            if (time <= start - _gap || time >= end || time >= limit || !IsOf(key, index + count))
            {
                break;
            }

            start = Math.Min(start, time);
            end = Math.Max(end, Ticks.Add(time, _gap));
            latest = Math.Max(latest, time);
        }

        Grow(_entered, start, end, key);
        return count;
    }

    protected override void Take(ReadOnlySpan<T> run, IPaneHandler<T> handler)
    {
        if (_entered is null)
        {
            TakeLate(run, handler);
            return;
        }

        Feed(_entered, run, handler);
    }

    protected override void Close(long watermark, IPaneHandler<T> handler)
    {
        while (_queue.TryPeek(out var next, out var priority) && priority.Due <= watermark)
        {
            _queue.Dequeue();
            var (session, key) = next;
            if (session.IsGone || session.QueuedFor != priority.Due)
            {
                continue;
            }

            if (DueOf(session) > priority.Due)
            {
                Queue(session, key);
            }
            else if (session.IsPastEnd || Lateness == 0)
            {
                Remove(session, key);
                Finish(session, handler);
            }
            else
            {
                session.IsPastEnd = true;
                Queue(session, key);
                FireAtEnd(session, Trigger.Watermark, handler);
            }
        }
    }

    protected override void Name(OpenPane<T> open)
    {
        if (open is SessionPane<T> session)
        {
            open.Pane.Window = open.Pane.Window with
            {
                Start = Ticks.Show(session.Start),
                End = Ticks.Show(session.End),
            };
        }
    }

    private bool IsOf(TKey key, int index) =>
        window.Key is null || EqualityComparer<TKey>.Default.Equals(key, _keys[index]);

    private bool IsOver(long end) => Ticks.Add(end, Lateness) <= Watermark;

    private long DueOf(SessionPane<T> session) => session.IsPastEnd ? Ticks.Add(session.End, Lateness) : session.End;

    // The sessions of a key are in the order of their times; an event is near to one of them, or to two neighbours.
    private SessionPane<T>? FindOrMerge(List<SessionPane<T>> sessions, TKey key, long time, IPaneHandler<T> handler)
    {
        var index = 0;
        while (index < sessions.Count && sessions[index].End <= time)
        {
            index++;
        }

        if (index == sessions.Count || time <= sessions[index].Start - _gap)
        {
            return null;
        }

        var into = sessions[index];
        if (index + 1 < sessions.Count && sessions[index + 1] is var from && time > from.Start - _gap)
        {
            Name(into);
            Name(from);
            Remove(from, key);
            into.Pane.IsChanged |= from.Pane.IsChanged;
            Grow(into, into.Start, from.End, key);
            handler.Merge(into.Pane, from.Pane);
        }

        Grow(into, Math.Min(into.Start, time), Math.Max(into.End, Ticks.Add(time, _gap)), key);
        return into;
    }

    private SessionPane<T> Open(TKey key, long time, IPaneHandler<T> handler)
    {
        var end = Ticks.Add(time, _gap);
        var trigger = BeginTrigger();
        var opened = new OpenWindow(WindowKind.Session, _number)
        {
            Start = Ticks.Show(time),
            End = Ticks.Show(end),
            Key = window.Key is null ? null : key,
        };
        var session = new SessionPane<T>(handler.Open(opened), trigger, _number++, time, end)
        {
            IsPastEnd = end <= Watermark,
        };

        if (!_open.TryGetValue(key, out _siblings))
        {
            _open[key] = _siblings = [];
        }

        var place = _siblings.Count;
        while (place > 0 && _siblings[place - 1].Start > time)
        {
            place--;
        }

        _siblings.Insert(place, session);
        Queue(session, key);
        return session;
    }

    // One that had come to its end and grows beyond the watermark will come to its end again.
    private void Grow(SessionPane<T> session, long start, long end, TKey key)
    {
        (session.Start, session.End) = (start, end);
        if (session.IsPastEnd && end > Watermark)
        {
            session.IsPastEnd = false;
            Queue(session, key);
        }
    }

    private void Queue(SessionPane<T> session, TKey key)
    {
        session.QueuedFor = DueOf(session);
        _queue.Enqueue((session, key), (session.QueuedFor, session.Number));
    }

    private void Remove(SessionPane<T> session, TKey key)
    {
        session.IsGone = true;
        var sessions = _open[key];
        sessions.Remove(session);
        if (sessions.Count == 0)
        {
            _open.Remove(key);
        }
    }
}
