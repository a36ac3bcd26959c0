using Akka.Dispatch.Mailing;

namespace Akka.Dispatch.Executing;

/// <summary>What a thread of the pool has woken up and means to run itself, oldest first.</summary>
/// <remarks>
/// A ring that only its owner fills, and that anybody may take from: whoever advances the head owns what was there.
/// </remarks>
internal sealed class KeptMailboxes
{
    /// <summary>How many there is room for; a power of two.</summary>
    public const int Room = 64;

    private readonly Mailbox?[] _slots = new Mailbox?[Room];

    // Whoever searches reads the head again and again, so that it is given a cache line apart from the owner's fields.
    private PaddedCounter _head;
    private int _tail;

    /// <summary>How many were ever taken. A snapshot, unless the owner asks and nobody takes.</summary>
    public int Taken => Volatile.Read(ref _head.Value);

    /// <summary>Whether there are none. A snapshot, unless the owner asks.</summary>
    public bool IsEmpty => Volatile.Read(ref _head.Value) == Volatile.Read(ref _tail);

    /// <summary>Adds one behind all others, if there is room. Only for the owner.</summary>
    public bool TryAdd(Mailbox mailbox)
    {
        if (_tail - Volatile.Read(ref _head.Value) == Room)
        {
            return false;
        }

        _slots[_tail & (Room - 1)] = mailbox;
        Volatile.Write(ref _tail, _tail + 1);
        return true;
    }

    /// <summary>Takes the oldest; null where there is none.</summary>
    public Mailbox? Take()
    {
        while (true)
        {
            var head = Volatile.Read(ref _head.Value);
            if (head == Volatile.Read(ref _tail))
            {
                return null;
            }

            // The owner writes into this slot again only when the head has moved, and then the exchange fails.
            var mailbox = Volatile.Read(ref _slots[head & (Room - 1)]);
            if (Interlocked.CompareExchange(ref _head.Value, head + 1, head) == head)
            {
                return mailbox;
            }
        }
    }

    /// <summary>Lets go of those that were taken. Only for the owner, while there are none.</summary>
    public void Forget() => Array.Clear(_slots);
}
