using System.Diagnostics;

namespace Party.Demand.Buffering;

/// <summary>Events in one array that several consumers get, and that is given back when all of them have.</summary>
/// <remarks>
/// Each of them gives it back at most once, by any thread, and need not: then the array is never used again, but
/// collected with the last that has it. So nobody's events change, whoever fails or keeps them.
/// </remarks>
[DebuggerDisplay("Count = {Events.Count}, Holders = {_holders}")]
public sealed class SharedEvents<TEvent>
{
    private int _holders;

    /// <summary>Events for several consumers.</summary>
    /// <param name="events">The events, in order; they are copied.</param>
    /// <param name="holders">How many consumers get them, at least 1.</param>
    public SharedEvents(ReadOnlySpan<TEvent> events, int holders)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(holders);
        var array = EventArrays.Rent<TEvent>(events.Length);
        events.CopyTo(array);
        Events = new(array, 0, events.Length);
        _holders = holders;
    }

    /// <summary>The events. Nobody writes to them.</summary>
    public ArraySegment<TEvent> Events { get; }

    /// <summary>One of the consumers needs the events no more. It may not look at them again.</summary>
    public void Return()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            EventArrays.Return(Events);
        }
    }
}
