namespace Party.Flows.Operators;

/// <summary>What one stage has done so far; written by the stage alone, read by whoever wants to know.</summary>
internal sealed class StageCounters
{
    private long _received;
    private long _emitted;
    private long _late;

    /// <summary>Events that came in.</summary>
    public long Received
    {
        get => Volatile.Read(ref _received);
        set => Volatile.Write(ref _received, value);
    }

    /// <summary>Events that went out.</summary>
    public long Emitted
    {
        get => Volatile.Read(ref _emitted);
        set => Volatile.Write(ref _emitted, value);
    }

    /// <summary>Events that came when their window was over.</summary>
    public long Late
    {
        get => Volatile.Read(ref _late);
        set => Volatile.Write(ref _late, value);
    }
}
