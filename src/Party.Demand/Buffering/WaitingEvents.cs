using System.Diagnostics.CodeAnalysis;

namespace Party.Demand.Buffering;

/// <summary>Events that wait in the order they came, and the messages that wait among them.</summary>
internal sealed class WaitingEvents<TEvent>
{
    private readonly InfoMarkers _infos = new();
    private EventQueue<TEvent> _events;

    /// <summary>How many events wait.</summary>
    public int Count => _events.Count;

    /// <summary>All of them, oldest first; good until something changes.</summary>
    public ReadOnlySpan<TEvent> Events => _events.Events;

    /// <summary>The events up to the next message that waits among them; good until something changes.</summary>
    public ReadOnlySpan<TEvent> NextRun => _events.Events[..Math.Min(Count, _infos.Next)];

    /// <summary>Adds events behind all others.</summary>
    public void Add(ReadOnlySpan<TEvent> events) => _events.Append(events);

    /// <summary>Lets a message wait behind all that wait now.</summary>
    public void Add(WaitingInfo info) => _infos.Add(Count, info);

    /// <summary>Lets the oldest events go.</summary>
    public void Remove(int count)
    {
        _events.RemoveFirst(count);
        _infos.Pass(count);
    }

    /// <summary>Takes a message that has nothing before it any more.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out WaitingInfo? info) => _infos.TryTakeDue(out info);
}
