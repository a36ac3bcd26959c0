using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Envelopes by priority, the lowest number first, and by age among equals.</summary>
internal sealed class EnvelopeHeap(Func<object, int> priority, int initialCapacity)
{
    private readonly PriorityQueue<Envelope, (int Priority, long Age)> _heap = new(initialCapacity);
    private readonly Stack<Envelope> _front = new();
    private long _age;

    public int Count => _front.Count + _heap.Count;

    public void Add(Envelope envelope) => _heap.Enqueue(envelope, (priority(envelope.Message), _age++));

    public void AddFirst(Envelope envelope) => _front.Push(envelope);

    public bool TryTake(out Envelope envelope) => _front.TryPop(out envelope) || _heap.TryDequeue(out envelope, out _);
}
