using System.Diagnostics.CodeAnalysis;
using Party.Demand.Delivering;

namespace Party.Demand.Buffering;

/// <summary>Events that wait in the order they came, and the messages that wait among them.</summary>
internal sealed class WaitingEvents<TEvent>(EventArrays<TEvent> arrays)
{
    private readonly InfoMarkers _infos = new();
    private EventQueue<TEvent> _events;
    private OriginRuns? _origins;

    /// <summary>How many events wait.</summary>
    public int Count => _events.Count;

    /// <summary>All of them, oldest first; good until something changes.</summary>
    public ReadOnlySpan<TEvent> Events => _events.Events;

    /// <summary>
    /// The events of one origin up to the next message that waits among them; good until something changes.
    /// </summary>
    public ReadOnlySpan<TEvent> NextRun =>
        _events.Events[..Math.Min(Count, Math.Min(_infos.Next, _origins?.Next ?? int.MaxValue))];

    /// <summary>What those of <see cref="NextRun"/> were made of.</summary>
    public Origin? NextOrigin => _origins?.First;

    /// <summary>Adds events behind all others.</summary>
    /// <param name="events">The events.</param>
    /// <param name="origin">What they were made of; null where nobody wants to know.</param>
    public void Add(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        OriginRuns.Note(ref _origins, Count, origin, events.Length);
        _events.Append(events, arrays);
    }

    /// <summary>Lets a message wait behind all that wait now.</summary>
    public void Add(WaitingInfo info) => _infos.Add(Count, info);

    /// <summary>Lets the oldest events go.</summary>
    /// <param name="count">How many.</param>
    /// <param name="areOver">Whether that is the end of them.</param>
    public void Remove(int count, bool areOver = false)
    {
        _events.RemoveFirst(count, arrays);
        _origins?.Pass(count, areOver);
        _infos.Pass(count);
    }

    /// <summary>Takes a message that has nothing before it any more.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out WaitingInfo? info) => _infos.TryTakeDue(out info);
}
