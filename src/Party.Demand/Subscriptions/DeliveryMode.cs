namespace Party.Demand.Subscriptions;

/// <summary>What becomes of events that a consumer was sent and did not come to handle.</summary>
public enum DeliveryMode
{
    /// <summary>They are discarded, and counted by cause. No event is handed on twice.</summary>
    AtMostOnce,

    /// <summary>
    /// The producer keeps them until they are confirmed, and hands them on again where they were not: to the next
    /// consumer, in order and first. None is lost; some may be handled twice.
    /// </summary>
    AtLeastOnce,
}
