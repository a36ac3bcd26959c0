namespace Party.Demand.Dispatching;

/// <summary>
/// What one step of a dispatcher comes to; the stage that owns the dispatcher carries it out, in order.
/// </summary>
/// <remarks>The spans are the dispatcher's own: good until it is called again.</remarks>
public readonly ref struct Dispatch<TEvent>
{
    /// <summary>Events to send, in order.</summary>
    public ReadOnlySpan<Delivery<TEvent>> Deliveries { get; init; }

    /// <summary>Messages to release, each with its place among the deliveries.</summary>
    public ReadOnlySpan<ReleasedInfo> Infos { get; init; }

    /// <summary>Events that could not be placed, to be named in the log.</summary>
    public ReadOnlySpan<SetAside<TEvent>> SetAside { get; init; }

    /// <summary>How many events at the end of the batch nobody had asked for.</summary>
    public int Leftover { get; init; }

    /// <summary>The partition whose park overflowed where that is to fail the stage, else null.</summary>
    public string? Overflow { get; init; }
}
