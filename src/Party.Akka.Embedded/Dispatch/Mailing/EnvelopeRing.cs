using System.Buffers;
using Akka.Actor;

namespace Akka.Dispatch.Mailing;

/// <summary>A bounded ring of envelopes for many producers and one consumer, without a lock.</summary>
/// <remarks>
/// A producer claims a position by advancing <see cref="RingCounters.Claimed"/> and publishes by writing the message;
/// the consumer empties the slot before it advances <see cref="RingCounters.Taken"/>, so a position that is free by
/// those two counters is free indeed. A ring that was full once is frozen for good: what comes later goes to
/// <see cref="Next"/>, which keeps the order of every sender.
/// </remarks>
internal sealed class EnvelopeRing
{
    /// <summary>The capacity of rings whose slots are used again by others.</summary>
    public const int Largest = 16_384;

    private const long Frozen = long.MinValue;

    private readonly EnvelopeSlot[] _slots;
    private RingCounters _counters;
    private EnvelopeRing? _next;

    /// <param name="capacity">A power of two, up to <see cref="Largest"/>.</param>
    public EnvelopeRing(int capacity) =>
        _slots = capacity < Largest ? new EnvelopeSlot[capacity] : ArrayPool<EnvelopeSlot>.Shared.Rent(capacity);

    public int Capacity => _slots.Length;

    public ref EnvelopeRing? Next => ref _next;

    /// <summary>Whether all that was claimed is taken. Exact for the consumer, a snapshot for others.</summary>
    public bool IsEmpty => Claimed == Volatile.Read(ref _counters.Taken);

    public int Count => (int)(Claimed - Volatile.Read(ref _counters.Taken));

    private long Claimed => Volatile.Read(ref _counters.Claimed) & ~Frozen;

    /// <summary>Appends, or answers false for ever after once the ring was full.</summary>
    public bool TryAdd(object message, IActorRef sender)
    {
        var position = Volatile.Read(ref _counters.Claimed);
        while (position >= 0)
        {
            var wanted = IsFullAt(position) ? position | Frozen : position + 1;
            var found = Interlocked.CompareExchange(ref _counters.Claimed, wanted, position);
            if (found == position && wanted >= 0)
            {
                ref var slot = ref SlotAt(position);
                slot.Sender = sender;
                Volatile.Write(ref slot.Message, message);
                return true;
            }

            position = found == position ? wanted : found;
        }

        return false;
    }

    /// <summary>Takes the oldest envelope; one without a message where there is none. Only for the consumer.</summary>
    public Envelope Take()
    {
        ref var slot = ref SlotAt(_counters.Taken);
        var message = Volatile.Read(ref slot.Message);
        if (message is null)
        {
            if (IsEmpty)
            {
                return default;
            }

            message = Published(ref slot);
        }

        var sender = slot.Sender;
        slot = default;
        Volatile.Write(ref _counters.Taken, _counters.Taken + 1);
        return new(message, sender);
    }

    /// <summary>Gives the slots of a large ring to the next one that needs as many.</summary>
    /// <remarks>
    /// Only for the consumer, once the ring is frozen and empty: whoever claimed a slot has written it by then, and
    /// nobody can claim one any more, so the slots are out of everyone's reach, and all of them empty. The ring itself
    /// is not used again: a producer may still hold it, and has to find it frozen.
    /// </remarks>
    public void Recycle()
    {
        if (Capacity == Largest)
        {
            ArrayPool<EnvelopeSlot>.Shared.Return(_slots);
        }
    }

    private ref EnvelopeSlot SlotAt(long position) => ref _slots[(int)position & (_slots.Length - 1)];

    private bool IsFullAt(long position)
    {
        if (position - Volatile.Read(ref _counters.TakenSeen) < _slots.Length)
        {
            return false;
        }

        var taken = Volatile.Read(ref _counters.Taken);
        Volatile.Write(ref _counters.TakenSeen, taken);
        return position - taken >= _slots.Length;
    }

    // A producer has claimed the slot and is about to write it: a matter of nanoseconds, unless its thread lost the
    // processor.
    private static object Published(ref EnvelopeSlot slot)
    {
        var spinner = new SpinWait();
        object? message;
        while ((message = Volatile.Read(ref slot.Message)) is null)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        return message;
    }
}
