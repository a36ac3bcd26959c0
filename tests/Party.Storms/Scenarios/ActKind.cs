namespace Party.Storms.Scenarios;

/// <summary>What is done to a stage.</summary>
public enum ActKind
{
    /// <summary>A handler throws: at the next batch or, of a producer, at once.</summary>
    Crash,

    /// <summary>The stage is stopped.</summary>
    Stop,

    /// <summary>The consumer cancels all its subscriptions.</summary>
    Cancel,

    /// <summary>The consumer makes all its subscriptions once more.</summary>
    Subscribe,

    /// <summary>The producer emits events that nobody asked for.</summary>
    Push,

    /// <summary>The producer's demand waits.</summary>
    Accumulate,

    /// <summary>The producer's demand flows.</summary>
    Forward,

    /// <summary>A message that waits for all events before it.</summary>
    Inform,

    /// <summary>The stage in the middle emits what it keeps back.</summary>
    Flush,

    /// <summary>The next batch of the consumer is never done.</summary>
    Stick,

    /// <summary>The consumer does nothing more with what it has, and asks for nothing.</summary>
    Freeze,

    /// <summary>The consumer goes on.</summary>
    Thaw,

    /// <summary>One partition of the stage hands nothing on.</summary>
    Pause,

    /// <summary>One partition of the stage goes on.</summary>
    Resume,

    /// <summary>The stage gets other partitions, or another map to them.</summary>
    Change,

    /// <summary>The pipeline is drained; or whoever drains it asks once more.</summary>
    Drain,

    /// <summary>Another pipeline of the same stages is drained.</summary>
    DrainToo,
}
