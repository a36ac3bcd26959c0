namespace Party.Demand.Dispatching;

/// <summary>Why an event did not come to a good end.</summary>
public enum DiscardCause
{
    /// <summary>The selector said that the event belongs to no partition.</summary>
    NoPartition,

    /// <summary>The selector named a partition that the dispatcher does not have.</summary>
    UnknownPartition,

    /// <summary>The selector threw.</summary>
    SelectorFailed,

    /// <summary>The function that says an event's key threw, or said null.</summary>
    KeyFailed,

    /// <summary>The function that says an event's class threw, or named a class that there is none of.</summary>
    PriorityFailed,

    /// <summary>The function that says an event's size threw, or said less than 0.</summary>
    SizeFailed,

    /// <summary>The dispatcher, one of the user's own, threw while it shared the events out.</summary>
    DispatcherFailed,

    /// <summary>The event's partition had no consumer, and the dispatcher was told to discard such events.</summary>
    WithoutConsumer,

    /// <summary>The event's partition was full, and the dispatcher was told to drop.</summary>
    ParkFull,

    /// <summary>The event moved to another partition, and waited too long for its old one.</summary>
    MoveTimedOut,

    /// <summary>The stage buffer was full.</summary>
    BufferFull,

    /// <summary>The consumer threw while it handled the batch.</summary>
    ConsumerFailed,

    /// <summary>The event was on its way to a consumer that was restarted.</summary>
    ConsumerRestarted,

    /// <summary>The event was on its way to a consumer that left or stopped.</summary>
    ConsumerGone,

    /// <summary>The event was on its way when the time to drain was up.</summary>
    Abandoned,

    /// <summary>The producer stopped while the event waited in it.</summary>
    ProducerStopped,
}
