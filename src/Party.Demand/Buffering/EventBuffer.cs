using System.Diagnostics;

namespace Party.Demand.Buffering;

/// <summary>The stage buffer: events that nobody had asked for, in the order they came, until somebody does.</summary>
/// <remarks>
/// Only here may events be dropped for want of room, and only uninvited ones come here.
/// Conservation law: added = taken + dropped + waiting.
/// </remarks>
[DebuggerDisplay("Count = {Count}, Size = {_options.Size}, Keep = {_options.Keep}")]
public sealed class EventBuffer<TEvent>(EventBufferOptions options)
{
    private readonly EventBufferOptions _options = options;
    private EventQueue<TEvent> _events;

    /// <summary>How many events wait.</summary>
    public int Count => _events.Count;

    /// <summary>The events that wait, oldest first; good until the buffer changes.</summary>
    public ReadOnlySpan<TEvent> Events => _events.Events;

    /// <summary>Adds events behind those that wait.</summary>
    /// <returns>How many events were dropped for it, old or new.</returns>
    public int Add(ReadOnlySpan<TEvent> events)
    {
        var dropped = (int)Math.Max(0, (long)Count + events.Length - _options.Size);

        if (_options.Keep == BufferKeep.First)
        {
            _events.Append(events[..^dropped]);
            return dropped;
        }

        var old = Math.Min(dropped, Count);
        _events.RemoveFirst(old);
        _events.Append(events[(dropped - old)..]);
        return dropped;
    }

    /// <summary>Removes the oldest events, which were handed on.</summary>
    /// <param name="count">At most <see cref="Count"/>.</param>
    public void Remove(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        _events.RemoveFirst(count);
    }
}
