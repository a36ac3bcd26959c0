using System.Diagnostics.CodeAnalysis;
using Party.Demand.Buffering;

namespace Party.Demand.Partitions;

/// <summary>
/// Events that came in and found no room, with all that came after them, in order; and what waits behind them.
/// </summary>
internal sealed class HeldEvents<TEvent>
{
    private readonly InfoMarkers _infos = new();
    private EventQueue<TEvent> _events;

    /// <summary>How many are held.</summary>
    public int Count => _events.Count;

    /// <summary>The held events up to the next message that waits among them; good until something changes.</summary>
    public ReadOnlySpan<TEvent> NextRun => _events.Events[..Math.Min(Count, _infos.Next)];

    /// <summary>Holds events behind all others.</summary>
    public void Add(ReadOnlySpan<TEvent> events) => _events.Append(events);

    /// <summary>Lets a message wait behind all that is held now.</summary>
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
