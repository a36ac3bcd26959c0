namespace Party.Demand.Watching;

/// <summary>What a producing stage waits for.</summary>
public enum IdleKind
{
    /// <summary>Nothing: events came in or were handed on since the snapshot before, and none is held.</summary>
    AtWork,

    /// <summary>Events that it has asked for.</summary>
    Events,

    /// <summary>Demand: all that was asked for has been handed on.</summary>
    Demand,

    /// <summary>Demand of the one partition whose park is full: all that comes after is held.</summary>
    Room,

    /// <summary>A consumer: of the partition whose park is full or, where none is named, any consumer.</summary>
    Consumer,

    /// <summary>Confirmations: consumers have as many events as their max-demand, and have asked for more.</summary>
    Confirmation,

    /// <summary>A partition that is paused to be resumed.</summary>
    Resumption,

    /// <summary>Confirmations: parked events that are wanted have a key of which others are on their way.</summary>
    Key,

    /// <summary>
    /// Confirmations: parked events that are wanted have moved, and their old partition has not confirmed what came
    /// before.
    /// </summary>
    Move,

    /// <summary>Demand to be forwarded.</summary>
    Forwarding,

    /// <summary>The end of a drain: consumers handle what is on its way, or what waits has no consumer.</summary>
    Drain,

    /// <summary>Nothing any more: the stage has stopped.</summary>
    Stopped,
}
