using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Dispatch.Mailing;

/// <summary>A bounded ring of envelopes for many producers and one consumer, without a lock.</summary>
/// <remarks>
/// A producer claims a position by advancing <c>_claimed</c> and publishes by writing the message; the consumer empties
/// the slot before it advances <c>_taken</c>, so a position that is free by those two counters is free indeed. A ring
/// that was full once is frozen for good: what comes later goes to <see cref="Next"/>, which keeps the order of every
/// sender.
/// </remarks>
internal sealed class EnvelopeRing
{
    private const long Frozen = long.MinValue;

    private readonly Slot[] _slots;

    // Positions claimed by producers; the sign bit freezes the ring.
    private long _claimed;

    // Positions read and emptied; only the consumer writes it.
    private long _taken;

    // What the producers last saw of _taken. It may lag behind, which only makes the ring look fuller than it is.
    private long _takenSeen;

    private EnvelopeRing? _next;

    public EnvelopeRing(int capacity) => _slots = new Slot[capacity];

    public int Capacity => _slots.Length;

    public ref EnvelopeRing? Next => ref _next;

    /// <summary>Whether all that was claimed is taken. Exact for the consumer, a snapshot for others.</summary>
    public bool IsEmpty => Claimed == Volatile.Read(ref _taken);

    public int Count => (int)(Claimed - Volatile.Read(ref _taken));

    private long Claimed => Volatile.Read(ref _claimed) & ~Frozen;

    /// <summary>Appends, or answers false for ever after once the ring was full.</summary>
    public bool TryAdd(object message, IActorRef sender)
    {
        var position = Volatile.Read(ref _claimed);
        while (position >= 0)
        {
            var wanted = IsFullAt(position) ? position | Frozen : position + 1;
            var found = Interlocked.CompareExchange(ref _claimed, wanted, position);
            if (found == position && wanted >= 0)
            {
                ref var slot = ref _slots[position & (_slots.Length - 1)];
                slot.Sender = sender;
                Volatile.Write(ref slot.Message, message);
                return true;
            }

            position = found == position ? wanted : found;
        }

        return false;
    }

    /// <summary>Takes the oldest envelope. Only the consumer may call it.</summary>
    public bool TryTake(out Envelope envelope)
    {
        ref var slot = ref _slots[_taken & (_slots.Length - 1)];
        var message = Volatile.Read(ref slot.Message);
        if (message is null)
        {
            if (IsEmpty)
            {
                envelope = default;
                return false;
            }

            message = Published(ref slot);
        }

        envelope = new(message, slot.Sender);
        slot = default;
        Volatile.Write(ref _taken, _taken + 1);
        return true;
    }

    private bool IsFullAt(long position)
    {
        if (position - Volatile.Read(ref _takenSeen) < _slots.Length)
        {
            return false;
        }

        var taken = Volatile.Read(ref _taken);
        Volatile.Write(ref _takenSeen, taken);
        return position - taken >= _slots.Length;
    }

    // A producer has claimed the slot and is about to write it: a matter of nanoseconds, unless its thread lost the
    // processor.
    private static object Published(ref Slot slot)
    {
        var spinner = new SpinWait();
        object? message;
        while ((message = Volatile.Read(ref slot.Message)) is null)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }

        return message;
    }

    private struct Slot
    {
        public object? Message;

        [AllowNull]
        public IActorRef Sender;
    }
}
