namespace Party.Demand.Buffering;

/// <summary>A message that waits in some queues at once, until it has come to the front of all of them.</summary>
internal sealed class WaitingInfo(object message)
{
    private int _queues;

    /// <summary>The message.</summary>
    public object Message { get; } = message;

    /// <summary>Waits in one more queue.</summary>
    public WaitingInfo Wait()
    {
        _queues++;
        return this;
    }

    /// <summary>Came to the front of one queue.</summary>
    /// <returns>Whether that was the last.</returns>
    public bool Arrive() => --_queues <= 0;
}
