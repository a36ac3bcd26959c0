namespace Party.Demand.Dispatching;

/// <summary>Who may get what a consumer was sent and did not confirm.</summary>
public enum Seating
{
    /// <summary>One consumer at a time has a seat: the next one at that seat, which waits for it.</summary>
    Exclusive,

    /// <summary>Any consumer takes any event: whoever asks first.</summary>
    Shared,

    /// <summary>
    /// Any consumer of a seat takes any event there whose key no other has: the dispatcher keeps what comes back.
    /// </summary>
    Keyed,

    /// <summary>Every consumer gets every event: nobody but that consumer, if it comes back.</summary>
    Copied,
}
