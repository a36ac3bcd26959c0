namespace Party.Flows.Windows;

/// <summary>Where events go that can't go on; made by <see cref="SideOutput"/>.</summary>
/// <remarks>Thread-safe: one is shared by all stages of a flow, and by as many flows as one likes.</remarks>
public sealed class SideOutput<T>
{
    private readonly Func<T, bool> _take;
    private long _count;
    private long _refused;

    internal SideOutput(Func<T, bool> take) => _take = take;

    /// <summary>How many events have come here, refused ones included.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>How many of them were not taken: the channel was full or complete.</summary>
    public long Refused => Volatile.Read(ref _refused);

    internal void Take(T item)
    {
        Interlocked.Increment(ref _count);
        if (!_take(item))
        {
            Interlocked.Increment(ref _refused);
        }
    }
}
