using Akka.Actor;

namespace Akka.Dispatch.Mailing;

/// <summary>An unbounded queue of envelopes for many producers and one consumer: rings that grow.</summary>
/// <remarks>
/// Takes no memory before the first envelope, and none per envelope once its ring is as large as the longest backlog,
/// up to <see cref="LargestRing"/>. A struct, so that a mailbox holds it without another object; never copy it.
/// </remarks>
internal struct EnvelopeQueue
{
    private const int SmallestRing = 4;
    private const int LargestRing = 4096;
    private const int Growth = 4;

    // Where the consumer reads. The first producer sets it, after that only the consumer moves it.
    private EnvelopeRing? _head;

    // Where producers append.
    private EnvelopeRing? _tail;

    /// <summary>Exact for the consumer, a snapshot for others.</summary>
    public bool IsEmpty =>
        Volatile.Read(ref _head) is not { } head || (head.IsEmpty && Volatile.Read(ref head.Next) is null);

    public int Count
    {
        get
        {
            var count = 0;
            for (var ring = Volatile.Read(ref _head); ring is not null; ring = Volatile.Read(ref ring.Next))
            {
                count += ring.Count;
            }

            return count;
        }
    }

    public void Enqueue(object message, IActorRef sender)
    {
        var ring = Volatile.Read(ref _tail) ?? FirstRing();
        while (!ring.TryAdd(message, sender))
        {
            ring = RingAfter(ring);
        }
    }

    /// <summary>Takes the oldest envelope. Only the consumer may call it.</summary>
    public bool TryDequeue(out Envelope envelope)
    {
        while (_head is { } head)
        {
            if (head.TryTake(out envelope))
            {
                return true;
            }

            // There is a next ring only after this one was frozen, so what is empty now stays empty, unless it filled
            // in between.
            if (Volatile.Read(ref head.Next) is not { } next)
            {
                return false;
            }

            if (head.IsEmpty)
            {
                _head = next;
            }
        }

        envelope = default;
        return false;
    }

    private EnvelopeRing FirstRing()
    {
        var ring = new EnvelopeRing(SmallestRing);
        ring = Interlocked.CompareExchange(ref _head, ring, null) ?? ring;
        return Interlocked.CompareExchange(ref _tail, ring, null) ?? ring;
    }

    private EnvelopeRing RingAfter(EnvelopeRing full)
    {
        var next = Volatile.Read(ref full.Next);
        if (next is null)
        {
            next = new EnvelopeRing(Math.Min(full.Capacity * Growth, LargestRing));
            next = Interlocked.CompareExchange(ref full.Next, next, null) ?? next;
        }

        Interlocked.CompareExchange(ref _tail, next, full);
        return next;
    }
}
