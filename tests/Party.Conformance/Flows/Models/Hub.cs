using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>
/// A producer and the consumers that share its events: each asks for its max-demand, handles what comes in batches of
/// at most max − min, and asks anew when no more than its min-demand is on its way.
/// </summary>
public sealed class Hub
{
    private readonly int _max;
    private readonly int _min;
    private readonly Queue<Term> _waiting = [];
    private readonly List<Consumer> _consumers;

    public Hub(IEnumerable<int> consumers, int max, int min)
    {
        (_max, _min) = (max, min);
        _consumers = [.. consumers.Select(number => new Consumer(number) { Demand = max, Pending = max })];
    }

    /// <summary>Hands events on until nobody waits for any more of them, batch by batch.</summary>
    public IEnumerable<(int Consumer, IReadOnlyList<Term> Batch)> Deliver(IEnumerable<Term> events)
    {
        var inbox = new Queue<(Consumer To, List<Term> Events)>();
        var asks = new Queue<(Consumer Of, int Count)>();
        foreach (var item in events)
        {
            _waiting.Enqueue(item);
        }

        while (_waiting.Count > 0 || inbox.Count > 0 || asks.Count > 0)
        {
            if (_waiting.Count > 0 && _consumers[0].Demand > 0)
            {
                inbox.Enqueue(Dispatch());
            }
            else if (inbox.TryDequeue(out var message))
            {
                foreach (var batch in Handle(message.To, message.Events, asks))
                {
                    yield return (message.To.Number, batch);
                }
            }
            else if (asks.TryDequeue(out var ask))
            {
                ask.Of.Demand += ask.Count;
                Reorder(ask.Of);
            }
        }
    }

    // The consumer with the highest demand is served first.
    private (Consumer To, List<Term> Events) Dispatch()
    {
        var first = _consumers[0];
        var events = new List<Term>();
        while (first.Demand > 0 && _waiting.TryDequeue(out var item))
        {
            events.Add(item);
            first.Demand--;
        }

        Reorder(first);
        return (first, events);
    }

    private void Reorder(Consumer changed)
    {
        _consumers.Remove(changed);
        var lower = _consumers.FindIndex(one => one.Demand < changed.Demand);
        _consumers.Insert(lower < 0 ? _consumers.Count : lower, changed);
    }

    private IEnumerable<Term[]> Handle(Consumer consumer, List<Term> events, Queue<(Consumer Of, int Count)> asks)
    {
        foreach (var batch in events.Chunk(_max - _min))
        {
            consumer.Pending -= batch.Length;
            if (consumer.Pending <= _min)
            {
                asks.Enqueue((consumer, _max - consumer.Pending));
                consumer.Pending = _max;
            }

            yield return batch;
        }
    }

    private sealed class Consumer(int number)
    {
        public int Number => number;

        // What it has asked for and not been sent.
        public int Demand { get; set; }

        // What it has asked for and not handled.
        public int Pending { get; set; }
    }
}
