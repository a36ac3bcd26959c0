using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Copies are confirmed one by one, and come again only to whom they were sent.</summary>
public sealed class BroadcastDeliveryTests : DeliveryTest
{
    private readonly IActorRef _producer;
    private readonly Numbers.Plan _plan = new()
    {
        Limit = 3,
        Options = new() { Dispatcher = new BroadcastDispatcherOptions<int>() },
    };

    public BroadcastDeliveryTests()
    {
        var plan = _plan;
        _producer = Start(Props.Create(() => new Numbers(plan)));
    }

    [Fact]
    public void A_restarted_consumer_gets_its_own_copies_again()
    {
        var (one, two) = (SubscribeRetained(_producer), SubscribeRetained(_producer));
        one.Send(_producer, new Request(3));
        two.Send(_producer, new Request(3));
        Assert.Equal("0(1) 1(1) 2(1)", Attempts(one, 3));
        Assert.Equal("0(1) 1(1) 2(1)", Attempts(two, 3));

        var restart = EndReason.Restart(new InvalidOperationException("once"));
        one.Send(_producer, new Cancel(new(1), restart, Handled: 1, Phase: CancelPhase.Down));
        Subscribe(one, _producer, 2, Large);
        one.Send(_producer, new Request(3));

        Assert.Equal("1(2) 2(2)", Attempts(one, 2));
        ExpectNothingMore(two, _producer);
        two.Send(_producer, new Request(1));
        ExpectNothingMore(two, _producer);
    }

    [Fact]
    public void Copies_of_a_consumer_that_left_come_to_nobody_and_are_counted()
    {
        var (one, two) = (SubscribeRetained(_producer), SubscribeRetained(_producer));
        one.Send(_producer, new Request(3));
        two.Send(_producer, new Request(3));
        Attempts(one, 3);
        Attempts(two, 3);
        two.Send(_producer, new Confirm(new(1), 3));

        one.Send(_producer, new Cancel(new(1), EndReason.Normal, Handled: 1));
        two.Send(_producer, new Drain(Timeout.InfiniteTimeSpan));
        two.ExpectMsg<Cancelled>();
        two.Send(_producer, new Cancel(new(1), EndReason.Normal, Handled: 3));

        var books = two.ExpectMsg<Drained>().Books;
        Assert.Equal(
            (3L, 3L, 4L, 2L),
            (books.Received, books.Copied, books.Handled, books.DiscardedFor(DiscardCause.ConsumerGone)));
        Assert.True(books.IsClosed);
    }

    [Fact]
    public void A_rejected_copy_comes_again_to_the_one_that_rejected_it()
    {
        var (one, two) = (SubscribeRetained(_producer), SubscribeRetained(_producer));
        one.Send(_producer, new Request(2));
        two.Send(_producer, new Request(2));
        Attempts(one, 2);
        Attempts(two, 2);

        one.Send(_producer, new Reject(new(1), 1));

        Assert.Equal("0(2)", Attempts(one, 1));
        ExpectNothingMore(two, _producer);
    }

    [Fact]
    public void Only_those_who_want_it_are_sent_copies_again()
    {
        var retained = SubscribeRetained(_producer);
        var plain = CreateTestProbe();
        Subscribe(plain, _producer, 1, Large with { Delivery = DeliveryMode.AtMostOnce });
        retained.Send(_producer, new Request(3));
        plain.Send(_producer, new Request(3));
        Attempts(retained, 3);
        Attempts(plain, 3);

        var restart = EndReason.Restart(new InvalidOperationException("once"));
        foreach (var probe in new[] { retained, plain })
        {
            var options = probe == plain ? Large with { Delivery = DeliveryMode.AtMostOnce } : Large;
            probe.Send(_producer, new Cancel(new(1), restart, Handled: 2, Phase: CancelPhase.Down));
            Subscribe(probe, _producer, 2, options);
            probe.Send(_producer, new Request(3));
        }

        Assert.Equal("2(2)", Attempts(retained, 1));
        ExpectNothingMore(plain, _producer);
    }
}
