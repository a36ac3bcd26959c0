namespace Party.Demand.Buffering;

/// <summary>How many uninvited events a producer keeps, and which of them when they are too many.</summary>
public sealed record EventBufferOptions
{
    /// <summary>The capacity of a producer's buffer where nothing else is said.</summary>
    public const int DefaultSize = 10_000;

    /// <summary>A size that no buffer reaches.</summary>
    public const int Infinite = int.MaxValue;

    /// <summary>The most events that wait.</summary>
    /// <value>10,000 by default, at least 1; <see cref="Infinite"/> for no bound. HOCON: <c>buffer-size</c>.</value>
    public int Size
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected buffer-size of at least 1, got {value}. The default is {DefaultSize}.");
    } = DefaultSize;

    /// <summary>Which events survive an overflow.</summary>
    /// <value><see cref="BufferKeep.Last"/> by default. HOCON: <c>buffer-keep</c>.</value>
    public BufferKeep Keep
    {
        get;
        init => field = Choice.Known(value, nameof(Keep), "last or first", "buffer-keep");
    }
}
