namespace Party.Flows.Sources;

/// <summary>Events that lie in memory: every stage takes the next block of them, and nothing is copied.</summary>
internal sealed class ArrayBlocks<TEvent>(ReadOnlyMemory<TEvent> events) : Blocks<TEvent>
{
    private long _taken;

    /// <inheritdoc/>
    protected override ReadOnlyMemory<TEvent> ReadNext(int size)
    {
        var begin = Interlocked.Add(ref _taken, size) - size;
        return begin >= events.Length
            ? default
            : events.Slice((int)begin, (int)Math.Min(size, events.Length - begin));
    }
}
