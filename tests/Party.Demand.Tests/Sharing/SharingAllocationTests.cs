using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Sharing;

/// <summary>What is allocated while events go round, where every consumer gives its array back.</summary>
public sealed class SharingAllocationTests
{
    private const int Consumers = 4;
    private const int Batch = 500;
    private const int Batches = 200;

    // The books of one array that several have.
    private const int ShareBytes = 48;

    private static readonly BroadcastDispatcherOptions<long> Broadcast = new()
    {
        Selectors = ImmutableDictionary<string, Func<long, bool>>.Empty.Add("even", static item => item % 2 == 0),
    };

    [Fact]
    public void Events_to_the_highest_demand_allocate_nothing() =>
        Assert.Equal(0, BytesPerBatch(new DemandDispatcherOptions<long>(), selector: null));

    [Fact]
    public void A_broadcast_allocates_the_books_of_its_array_alone() =>
        Assert.InRange(BytesPerBatch(Broadcast, selector: null), 1, ShareBytes);

    [Fact]
    public void A_choice_among_the_events_allocates_nothing() =>
        Assert.Equal(0, BytesPerBatch(Broadcast, selector: "even"));

    // The least of several runs: the pool of arrays may be trimmed in between.
    private static long BytesPerBatch(DispatcherOptions<long> options, string? selector)
    {
        var dispatcher = options.Build();
        Subscription[] consumers = [.. Enumerable.Range(1, Consumers)
            .Select(id => new Subscription(new(id), new() { Selector = selector }))];
        foreach (var one in consumers)
        {
            dispatcher.Subscribe(one);
        }

        return Enumerable.Range(0, 10).Min(_ => BytesPerBatch(dispatcher, consumers));
    }

    private static long BytesPerBatch(IDispatcher<long> dispatcher, Subscription[] consumers)
    {
        var events = new long[Batch];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var batch = 0; batch < Batches; batch++)
        {
            foreach (var one in consumers)
            {
                dispatcher.Request(one, Batch);
            }

            foreach (ref readonly var delivery in dispatcher.Dispatch(events).Deliveries)
            {
                delivery.Owner!.GiveBack(delivery.Events);
            }
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Batches;
    }
}
