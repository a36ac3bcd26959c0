namespace Party.Actors;

/// <summary>What a producer that reads a source does when its last subscription has ended.</summary>
public enum OnLastConsumerGone
{
    /// <summary>It waits for others, also at its end with what came back to it unconfirmed.</summary>
    Continue,

    /// <summary>
    /// It stops, with a normal end, once the consumer has said how far it came. One that is being restarted, or
    /// subscribes anew, is not gone. What came back to the producer unconfirmed is lost then, and said so. Where
    /// consumers come and go at the start, let demand accumulate until all are there.
    /// </summary>
    Stop,
}
