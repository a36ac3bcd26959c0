namespace Party.Actors;

/// <summary>What a producer that reads a source does when its last subscription has ended.</summary>
public enum OnLastConsumerGone
{
    /// <summary>It waits for others.</summary>
    Continue,

    /// <summary>
    /// It stops, with a normal end. A consumer that is being restarted, or subscribes anew, is not gone. Where
    /// consumers come and go at the start, let demand accumulate until all are there.
    /// </summary>
    Stop,
}
