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
    public ReadOnlySpan<ReleasedInfo> Infos => Step is { } step ? step.Infos : [];

    /// <summary>Events that a selector failed on, to be named in the log.</summary>
    public ReadOnlySpan<SetAside<TEvent>> SetAside => Step is { } step ? step.SetAside : [];

    /// <summary>How many events at the end of the batch the dispatcher did not take.</summary>
    public int Leftover { get; init; }

    /// <summary>
    /// Events handed on or filtered beyond the first copy of each; 0 where each goes to one consumer.
    /// </summary>
    public int Copied => Step?.Copied ?? 0;

    /// <summary>Copies of events that their subscription did not want. They took no demand.</summary>
    public int Filtered => Step?.Filtered ?? 0;

    /// <summary>Events that the stage buffer dropped for want of room.</summary>
    public int Dropped { get; init; }

    /// <summary>Why the stage is to fail, since an event has no place left; null where it is not.</summary>
    public string? Overflow => Step?.Overflow;

    /// <summary>A sentence for the log, said as a warning; null where there is nothing to say.</summary>
    public string? Notice => Step?.Notice;

    // All that hardly ever is anything, so that handing a step on costs little; null where there is no step.
    internal DispatchBuilder<TEvent>? Step { get; init; }
}
