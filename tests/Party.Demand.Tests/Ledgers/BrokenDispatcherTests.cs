using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

public sealed class BrokenDispatcherTests
{
    private readonly ProducerLedger<int> _ledger = new(new BrokenOptions(), new());
    private readonly Subscription _consumer = new(new(1), new());

    public BrokenDispatcherTests() => _ledger.Subscribe(_consumer);

    [Fact]
    public void Events_that_a_dispatcher_loses_by_throwing_are_counted()
    {
        _ledger.Request(_consumer, 10);
        _ledger.Ask();

        Assert.Throws<NotSupportedException>(() => _ledger.Receive([1, 2, 13, 4]).Deliveries.Length);

        var books = _ledger.Balance();
        Assert.True(books.IsClosed);
        Assert.Equal(2, books.DiscardedFor(DiscardCause.DispatcherFailed));
    }

    [Fact]
    public void Buffered_events_that_make_it_throw_are_offered_once()
    {
        _ledger.Receive([13, 14]);
        _ledger.Request(_consumer, 10);

        Assert.Throws<NotSupportedException>(() => _ledger.TryServe(out _));

        Assert.False(_ledger.TryServe(out _));
        Assert.True(_ledger.Balance().IsClosed);
        Assert.Equal(2, _ledger.Balance().DiscardedFor(DiscardCause.DispatcherFailed));
    }
}

/// <summary>Can't bear 13.</summary>
file sealed class BrokenDispatcher : SharingDispatcher<int>
{
    protected override long Available => Subscriptions.Sum(static one => one.Outstanding);

    protected override void Entered(Subscription subscription)
    {
    }

    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<int> dispatch)
    {
    }

    protected override void Left(Subscription subscription)
    {
    }

    protected override void Share(ReadOnlySpan<int> events, DispatchBuilder<int> dispatch)
    {
        for (var index = 0; index < events.Length; index++)
        {
            if (events[index] == 13)
            {
                throw new NotSupportedException("13");
            }

            dispatch.Deliver(Subscriptions[0], events.Slice(index, 1));
        }
    }
}

file sealed record BrokenOptions : DispatcherOptions<int>
{
    public override IDispatcher<int> Build() => new BrokenDispatcher();
}
