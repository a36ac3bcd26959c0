using System.Text;

namespace Party.Demand.Partitions;

/// <summary>The sizes of events that need not be told.</summary>
internal static class EventSize
{
    private static readonly Func<string, long> OfText = static text => Encoding.UTF8.GetByteCount(text);
    private static readonly Func<byte[], long> OfBytes = static bytes => bytes.LongLength;

    /// <summary>The length in UTF-8 of a string, and the length of a byte[]; null for other types.</summary>
    public static Func<TEvent, long>? For<TEvent>() =>
        OfText as Func<TEvent, long> ?? OfBytes as Func<TEvent, long>;
}
