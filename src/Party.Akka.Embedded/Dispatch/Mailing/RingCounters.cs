using System.Runtime.InteropServices;

namespace Akka.Dispatch.Mailing;

/// <summary>How far a ring is written and read.</summary>
/// <remarks>
/// Producers and consumer work on different processors. Laid out so that neither count shares a cache line with the
/// other, or with what is only read: else every write of one side would take the line away from the other.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 3 * CacheLine)]
internal struct RingCounters
{
    private const int CacheLine = 64;

    /// <summary>Positions claimed by producers. The sign bit freezes the ring.</summary>
    [FieldOffset(CacheLine)]
    public long Claimed;

    /// <summary>What the producers last saw of <see cref="Taken"/>: a lower bound.</summary>
    [FieldOffset(CacheLine + sizeof(long))]
    public long TakenSeen;

    /// <summary>Positions read and emptied. Only the consumer writes it.</summary>
    [FieldOffset(2 * CacheLine)]
    public long Taken;
}
