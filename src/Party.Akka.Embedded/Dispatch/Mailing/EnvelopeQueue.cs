using Akka.Actor;

namespace Akka.Dispatch.Mailing;

/// <summary>An unbounded queue of envelopes for many producers and one consumer: rings that grow.</summary>
/// <remarks>
/// Takes no memory before the first envelope, and none per envelope once its ring is as large as the longest backlog,
/// up to <see cref="EnvelopeRing.Largest"/>. A struct, so that a mailbox holds it without another object: never copy
/// it.
/// </remarks>
internal struct EnvelopeQueue
{
    private const int SmallestRing = 4;
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

    /// <summary>Takes the oldest envelope; one without a message where there is none. Only for the consumer.</summary>
    public Envelope Take()
    {
        var head = _head;
        if (head is null)
        {
            return default;
        }

        var oldest = head.Take();
        return oldest.Message is null && Volatile.Read(ref head.Next) is { } next ? TakeFrom(next) : oldest;
    }

    // There is a next ring only after the one before it was frozen, so what is empty now stays empty, unless it filled
    // in between.
    private Envelope TakeFrom(EnvelopeRing next)
    {
        if (_head is { IsEmpty: true } drained)
        {
            _head = next;
            drained.Recycle();
        }

        return Take();
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
            next = new EnvelopeRing(Math.Min(full.Capacity * Growth, EnvelopeRing.Largest));
            next = Interlocked.CompareExchange(ref full.Next, next, null) ?? next;
        }

        Interlocked.CompareExchange(ref _tail, next, full);
        return next;
    }
}
