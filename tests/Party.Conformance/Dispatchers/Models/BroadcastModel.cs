using System.Text.Json;
using Party.Conformance.Deviations;

namespace Party.Conformance.Dispatchers.Models;

/// <summary>The broadcast dispatcher: every event to everybody, at the pace of the slowest.</summary>
public sealed class BroadcastModel(Switches switches) : DispatcherModel(switches)
{
    private readonly List<Listener> _listeners = [];
    private readonly List<string> _processes = [];

    // What everybody has asked for, above which the listeners' own demands are counted.
    private long _waiting;
    private long _requested;
    private int _count;

    public override long Wanted => _waiting;

    private IEnumerable<Listener> InOrderOfSubscription => _listeners.OrderBy(one => one.Number);

    public override long Subscribe(string subscription, string process, JsonElement options)
    {
        Func<object, bool>? selector = null;
        if (RecordedSelector.IsGiven(options, out var named))
        {
            selector = RecordedSelector.Read(named) ?? throw Bad("selector_unknown");
        }

        if (_processes.Contains(process))
        {
            throw new RefusedException("already_subscribed");
        }

        _processes.Add(process);
        foreach (var listener in _listeners)
        {
            listener.Demand += _waiting;
        }

        _waiting = 0;
        _listeners.Insert(0, new(++_count, subscription, selector));
        return 0;
    }

    public override long Ask(string subscription, long count)
    {
        var listener = _listeners.Find(one => one.Subscription == subscription);
        if (listener is null && On(Switches.D5))
        {
            throw Bad("unknown_subscription");
        }

        if (listener is null)
        {
            // GenStage takes the stranger in.
            listener = new(++_count, subscription, null);
            _listeners.Add(listener);
        }

        _listeners.Remove(listener);
        _listeners.Insert(0, listener);
        listener.Demand += count;
        return RaiseFloor();
    }

    public override long Cancel(string subscription, string process)
    {
        _processes.Remove(process);
        _listeners.RemoveAll(one => one.Subscription == subscription);
        if (_listeners.Count == 0)
        {
            _waiting = 0;
            return 0;
        }

        return RaiseFloor();
    }

    public override List<object> Dispatch(List<object> events)
    {
        var now = events.Take((int)_waiting).ToList();
        var filtered = _listeners.ToDictionary(one => one, one => now.Where(item => !IsFor(one, item)).ToList());
        _waiting -= now.Count;
        _requested = Math.Max(_requested - (On(Switches.D1) ? events.Count : now.Count), 0);
        if (now.Count > 0)
        {
            foreach (var listener in On(Switches.O1) ? InOrderOfSubscription : _listeners)
            {
                Deliver(listener, now, filtered[listener]);
            }
        }

        GivenBack = On(Switches.L6) && _listeners.Count > 0 ? RaiseFloor() : 0;
        return events.Skip(now.Count).ToList();
    }

    private void Deliver(Listener listener, List<object> events, List<object> filtered)
    {
        var left = events.Where(item => !filtered.Contains(item)).ToList();
        if (On(Switches.L6))
        {
            listener.Demand += filtered.Count;
        }
        else if (filtered.Count > 0)
        {
            Send(StepMessage.AskedFor(listener.Subscription, filtered.Count));
        }

        if (left.Count > 0 || !On(Switches.L6))
        {
            Send(StepMessage.Delivered(listener.Subscription, left));
        }
    }

    private bool IsFor(Listener listener, object item)
    {
        try
        {
            return listener.Selector is null || listener.Selector(item);
        }
        catch (InvalidOperationException error)
        {
            return On(Switches.D5) ? false : throw new ModelFaultException(error.Message);
        }
    }

    private long RaiseFloor()
    {
        var floor = Math.Max(_listeners.Min(one => one.Demand), 0);
        foreach (var listener in _listeners)
        {
            listener.Demand -= floor;
        }

        _waiting += floor;
        var asked = Math.Max(0, _waiting - _requested);
        _requested += asked;
        return asked;
    }

    private sealed class Listener(int number, string subscription, Func<object, bool>? selector)
    {
        public int Number { get; } = number;

        public string Subscription { get; } = subscription;

        public Func<object, bool>? Selector { get; } = selector;

        public long Demand { get; set; }
    }
}
