namespace Party.Conformance.Deviations;

/// <summary>
/// What Party does otherwise than GenStage and Flow, on purpose; a switch each for the models. The numbers are those
/// of the rows of <c>docs/deviations.md</c>.
/// </summary>
[Flags]
public enum Switches
{
    None = 0,

    /// <summary>An event that arrives pays off what was requested, delivered or not.</summary>
    D1 = 1 << 0,

    /// <summary>What waits is served before anything newer, and before anything is asked.</summary>
    D2 = 1 << 1,

    /// <summary>An event that belongs to no partition gives its demand back.</summary>
    D3 = 1 << 2,

    /// <summary>What is queued for a consumer that leaves stays for the next.</summary>
    D4 = 1 << 3,

    /// <summary>A bad subscription is refused and a bad event set aside; the producer lives.</summary>
    D5 = 1 << 4,

    /// <summary>A buffer has room for one event at least.</summary>
    D7 = 1 << 5,

    /// <summary>A supervisor asks anew when no more than min-demand children run.</summary>
    D9 = 1 << 6,

    /// <summary>A subscription is answered when it is accepted.</summary>
    D10 = 1 << 7,

    /// <summary>A message does not wait for a queue that is empty.</summary>
    D12 = 1 << 8,

    /// <summary>Partitions and roles are validated.</summary>
    D14 = 1 << 9,

    /// <summary>A consumer that cancels a subscription lives on.</summary>
    C1 = 1 << 10,

    /// <summary>The count of what is buffered counts events only.</summary>
    E1 = 1 << 11,

    /// <summary>What a selector filters out never takes demand, and is no message.</summary>
    L6 = 1 << 12,

    /// <summary>What a producer emits when a subscription ends does not go there any more.</summary>
    C2 = 1 << 13,

    /// <summary>A stage that is killed can't say so: it ends like one that is stopped.</summary>
    A1 = 1 << 14,

    /// <summary>What a producer sent before it went is handled in batches of the same size as before.</summary>
    C3 = 1 << 15,

    /// <summary>
    /// Between the consumers of one step: partitions as their events came, a broadcast in order of subscription.
    /// </summary>
    O1 = 1 << 16,

    /// <summary>When demand is forwarded, events that waited go before what is asked for then.</summary>
    O2 = 1 << 17,

    /// <summary>
    /// A stage that fails ends when its supervisor has said so; one that stops itself, after the message at hand.
    /// </summary>
    A2 = 1 << 18,

    /// <summary>A window of time that no event came in does not exist.</summary>
    F1 = 1 << 19,

    /// <summary>The end of a window does not say again what it said last.</summary>
    F2 = 1 << 20,

    /// <summary>
    /// An event is late when the watermark of all upstream stages has passed its window, event by event.
    /// </summary>
    F3 = 1 << 21,

    /// <summary>The values of a group are in the order in which they came.</summary>
    F4 = 1 << 22,

    All = (1 << 23) - 1,
}
