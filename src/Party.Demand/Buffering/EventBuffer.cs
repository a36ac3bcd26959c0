using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Party.Demand.Delivering;

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
    private readonly WaitingEvents<TEvent> _waiting = new(new());

    /// <summary>How many events wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>The events that wait, oldest first; good until the buffer changes.</summary>
    public ReadOnlySpan<TEvent> Events => _waiting.Events;

    /// <summary>
    /// The events of one origin that wait before the next message does, oldest first; good until the buffer changes.
    /// </summary>
    public ReadOnlySpan<TEvent> NextRun => _waiting.NextRun;

    /// <summary>What those of <see cref="NextRun"/> were made of; null where nobody wants to know.</summary>
    public Origin? NextOrigin => _waiting.NextOrigin;

    /// <summary>Adds events behind those that wait.</summary>
    /// <param name="events">The events.</param>
    /// <param name="origin">What they were made of; null where nobody wants to know.</param>
    /// <returns>How many events were dropped for it, old or new; that is their end.</returns>
    public int Add(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        var dropped = (int)Math.Max(0, (long)Count + events.Length - _options.Size);

        if (_options.Keep == BufferKeep.First)
        {
            _waiting.Add(events[..^dropped], origin);
            origin?.Settle(dropped);
            return dropped;
        }

        var old = Math.Min(dropped, Count);
        _waiting.Remove(old, areOver: true);
        _waiting.Add(events[(dropped - old)..], origin);
        origin?.Settle(dropped - old);
        return dropped;
    }

    /// <summary>Lets a message wait behind the events that wait now.</summary>
    public void Inform(object message) => _waiting.Add(new WaitingInfo(message));

    /// <summary>Takes a message whose events have all left, handed on or dropped.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out object? message)
    {
        message = _waiting.TryTakeDue(out var info) ? info.Message : null;
        return message is not null;
    }

    /// <summary>Removes the oldest events, which were handed on.</summary>
    /// <param name="count">At most <see cref="Count"/>.</param>
    public void Remove(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        _waiting.Remove(count);
    }
}
