using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions;

/// <summary>What the running step has come to so far: the scratch behind a <see cref="Dispatch{TEvent}"/>.</summary>
internal sealed class Step<TEvent>
{
    private Delivery<TEvent>[] _deliveries = [];
    private int _count;
    private List<ReleasedInfo>? _infos;
    private List<SetAside<TEvent>>? _setAside;
    private ReleasedInfo[] _releasedInfos = [];
    private SetAside<TEvent>[] _setAsideEvents = [];

    /// <summary>The partition whose park overflowed where that is to fail the stage.</summary>
    public string? Overflow { get; set; }

    /// <summary>Forgets the step before.</summary>
    public void Begin()
    {
        // The arrays belong to whoever took the deliveries; nothing here may keep them alive.
        Array.Clear(_deliveries, 0, _count);
        _count = 0;
        _infos?.Clear();
        _setAside?.Clear();
        _releasedInfos = [];
        _setAsideEvents = [];
        Overflow = null;
    }

    /// <summary>Hands the oldest events of a queue on to a subscription.</summary>
    public void Deliver(Subscription to, ref EventQueue<TEvent> from, int count)
    {
        if (_count == _deliveries.Length)
        {
            Array.Resize(ref _deliveries, Math.Max(4, 2 * _count));
        }

        _deliveries[_count++] = new(to, to.Send(count), from.Take(count));
    }

    /// <summary>Releases a message behind the deliveries so far.</summary>
    public void Release(object message) => (_infos ??= []).Add(new(_count, message));

    /// <summary>Names an event that could not be placed.</summary>
    public void Name(SetAside<TEvent> setAside) => (_setAside ??= []).Add(setAside);

    /// <summary>The step as its owner sees it.</summary>
    public Dispatch<TEvent> End(int leftover = 0)
    {
        if (_infos is { Count: > 0 })
        {
            _releasedInfos = [.. _infos];
        }

        if (_setAside is { Count: > 0 })
        {
            _setAsideEvents = [.. _setAside];
        }

        return new()
        {
            Deliveries = _deliveries.AsSpan(0, _count),
            Infos = _releasedInfos,
            SetAside = _setAsideEvents,
            Leftover = leftover,
            Overflow = Overflow,
        };
    }
}
