using System.Diagnostics;

namespace Party.Demand.Buffering;

/// <summary>Events in one array that several consumers get, and that is given back when all of them have.</summary>
/// <remarks>
/// Each of them gives it back at most once, by any thread, and need not: then the array is never used again, but
/// collected with the last that has it. So nobody's events change, whoever fails or keeps them.
/// </remarks>
[DebuggerDisplay("Count = {Events.Count}, Holders = {_holders}")]
public sealed class SharedEvents<TEvent> : ArrayOwner<TEvent>
{
    private readonly EventArrays<TEvent> _arrays;
    private int _holders;

    /// <summary>Events for several consumers.</summary>
    /// <param name="events">The events, in order; they are copied.</param>
    /// <param name="arrays">Where the array comes from, and goes back to.</param>
    /// <param name="holders">How many consumers get them, at least 1.</param>
    public SharedEvents(ReadOnlySpan<TEvent> events, EventArrays<TEvent> arrays, int holders)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(holders);
        var array = arrays.Rent(events.Length);
        events.CopyTo(array);
        Events = new(array, 0, events.Length);
        (_arrays, _holders) = (arrays, holders);
    }

    /// <summary>The events. Nobody writes to them.</summary>
    public ArraySegment<TEvent> Events { get; }

    /// <summary>One of the consumers needs the events no more. It may not look at them again.</summary>
    public override void GiveBack(ArraySegment<TEvent> events)
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _arrays.GiveBack(Events);
        }
    }
}
