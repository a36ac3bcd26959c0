using BenchmarkDotNet.Attributes;
using Party.Benchmarks.ByHand;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Benchmarks.Parts;

/// <summary>A dispatcher by itself: four consumers request, 500 words are placed and handed on.</summary>
[MemoryDiagnoser]
public class DispatchParts
{
    private readonly string[] _words = Desk.Words;
    private Subscription[] _consumers = [];
    private IDispatcher<string>? _dispatcher;

    [ParamsAllValues]
    public DispatcherKind Dispatcher { get; set; }

    [GlobalSetup]
    public void Subscribe()
    {
        var dispatcher = Desk.Options(Dispatcher).Build();
        _consumers = Desk.Consumers(Dispatcher);
        Array.ForEach(_consumers, consumer => dispatcher.Subscribe(consumer));
        _dispatcher = dispatcher;
    }

    [Benchmark(OperationsPerInvoke = Queues.Batch)]
    public int Dispatch()
    {
        var dispatcher = _dispatcher!;
        foreach (var consumer in _consumers)
        {
            if (Desk.Missing(consumer) is > 0 and var missing)
            {
                dispatcher.Request(consumer, missing);
            }
        }

        dispatcher.Ask();
        return Desk.Take(dispatcher.Dispatch(_words));
    }
}
