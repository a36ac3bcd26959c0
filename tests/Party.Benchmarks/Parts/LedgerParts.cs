using BenchmarkDotNet.Attributes;
using Party.Benchmarks.ByHand;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Benchmarks.Parts;

/// <summary>The books of both sides: what a request and a batch cost, without the actors.</summary>
[MemoryDiagnoser]
public class LedgerParts
{
    private readonly string[] _words = Desk.Words;
    private readonly ProducerLedger<string> _ledger = new(Desk.Options(DispatcherKind.Partition), new());
    private readonly Subscription[] _consumers = Desk.Consumers(DispatcherKind.Partition);
    private readonly ConsumerLedger _consumer = new(new SubscriptionOptions());

    [GlobalSetup]
    public void Subscribe()
    {
        Array.ForEach(_consumers, consumer => _ledger.Subscribe(consumer));
        _consumer.Begin();
    }

    /// <summary>The producer's: requests, the question upstream, 500 words in and on.</summary>
    [Benchmark(OperationsPerInvoke = Queues.Batch)]
    public int ProducerPerEvent()
    {
        foreach (var consumer in _consumers)
        {
            if (Desk.Missing(consumer) is > 0 and var missing)
            {
                _ledger.Request(consumer, (int)missing);
                _ledger.Confirm(consumer, consumer.Sent);
            }
        }

        _ledger.Ask();
        return Desk.Take(_ledger.Receive(_words));
    }

    /// <summary>The consumer's: a batch in, handled, the next request.</summary>
    [Benchmark]
    public int ConsumerPerBatch()
    {
        _consumer.Receive(_consumer.Received + 1, Queues.Batch);
        return _consumer.Handle(Queues.Batch);
    }
}
