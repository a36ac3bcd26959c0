using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Producing;

/// <summary>What a producer is told, and what it may do about it.</summary>
public sealed class CallbackTests : StageTest
{
    [Fact]
    public void A_producer_is_told_who_comes_and_who_leaves()
    {
        var producer = StartHerald();
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");

        consumer.Send(producer, new Cancel(new(1), EndReason.Failure("enough")));

        ExpectMsg("lost #1: enough");
    }

    [Fact]
    public void A_consumer_that_dies_is_told_of_as_down()
    {
        var producer = StartHerald();
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");

        Sys.Stop(consumer.Ref);

        ExpectMsg("lost #1: terminated, down");
    }

    [Fact]
    public void A_callback_that_fails_leaves_no_subscription_of_the_dead_behind()
    {
        var failed = false;
        var producer = StartHerald(aside: (text, _) =>
        {
            if (text.StartsWith("lost", StringComparison.Ordinal) && !failed)
            {
                failed = true;
                throw new InvalidOperationException("no farewells");
            }
        });
        var consumer = Subscribe(producer, id: 1);
        consumer.Send(producer, new Subscribe(new(2), new()));
        consumer.ExpectMsg<Subscribed>();

        Sys.Stop(consumer.Ref);
        Failures.ExpectMsg<InvalidOperationException>();
        producer.Tell(new Drain(Timeout.InfiniteTimeSpan));

        Assert.True(FishForMessage<Drained>(_ => true).Books.IsClosed);
    }

    [Fact]
    public void A_subscription_is_answered_though_the_farewell_to_the_old_one_fails()
    {
        var producer = StartHerald(aside: (text, _) =>
        {
            if (text.StartsWith("lost", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("no farewells");
            }
        });
        var consumer = Subscribe(producer, id: 1);

        consumer.Send(producer, new Subscribe(new(2), new(), Replacing: new(1)));

        Assert.Equal(new SubscriptionId(1), consumer.ExpectMsg<Cancelled>().Id);
        Assert.Equal(new SubscriptionId(2), consumer.ExpectMsg<Subscribed>().Id);
        Failures.ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void What_waits_goes_on_when_a_farewell_failed_and_the_stage_lives()
    {
        var options = new ProducerOptions<int> { Dispatcher = new BroadcastDispatcherOptions<int>() };
        var producer = StartHerald(options, Directive.Resume, (text, _) =>
        {
            if (text.StartsWith("lost", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("no farewells");
            }
        });
        var slow = Subscribe(producer);
        var fast = Subscribe(producer);
        fast.Send(producer, new Request(5));
        fast.Send(producer, new[] { 1, 2 });
        ExpectNothingMore(fast, producer);

        slow.Send(producer, new Cancel(new(1), EndReason.Normal));

        Assert.Equal([1, 2], Receive(fast, 2));
    }

    [Fact]
    public void A_consumer_that_leaves_in_two_words_is_told_of_once()
    {
        var producer = StartHerald();
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");

        consumer.Send(producer, new Cancel(new(1), EndReason.Normal, Phase: CancelPhase.Asked));
        Assert.Equal(new Cancelled(new(1), EndReason.Normal), consumer.ExpectMsg<Cancelled>());
        consumer.Send(producer, new Cancel(new(1), EndReason.Normal));
        consumer.Send(producer, "the end");

        ExpectMsg("lost #1: normal");
        ExpectMsg("heard the end");
    }

    [Fact]
    public void An_unknown_subscription_cannot_be_cancelled_and_harms_nobody()
    {
        var producer = StartHerald();
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");

        consumer.Send(producer, new Cancel(new(9), EndReason.Normal));
        consumer.Send(producer, new Request(1));

        ExpectMsg("demand 1");
        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void What_a_callback_emits_is_handed_on_when_it_has_ended()
    {
        var producer = StartHerald(aside: (text, herald) =>
        {
            if (text is "lost #1: normal" or "demand 3")
            {
                herald.Add(1, 2);
                herald.Add(3);
            }
        });
        var first = Subscribe(producer);
        var second = Subscribe(producer);
        first.Send(producer, new Cancel(new(1), EndReason.Normal));

        second.Send(producer, new Request(6));

        Assert.Equal([1, 2, 3], second.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([1, 2, 3], second.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void A_full_buffer_drops_the_oldest_and_asks_whether_to_say_so()
    {
        var producer = StartHerald(new() { Buffer = new() { Size = 2 } });
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");

        EventFilter.Warning().Expect(0, () =>
        {
            consumer.Send(producer, new[] { 1, 2, 3, 4, 5 });
            ExpectMsg("discarded 3");
        });

        consumer.Send(producer, new Request(2));
        Assert.Equal([4, 5], Receive(consumer, 2));
    }

    [Fact]
    public void A_full_park_fails_the_stage_though_it_emits_when_told_of_drops()
    {
        var hasEmitted = false;
        var options = new ProducerOptions<int>
        {
            Dispatcher = Numbers.ByParity with { ParkLimit = 1, ParkPolicy = ParkPolicy.Fail },
            Buffer = new() { Size = 1 },
        };
        var producer = StartHerald(options, aside: (text, herald) =>
        {
            if (text.StartsWith("discarded", StringComparison.Ordinal) && !hasEmitted)
            {
                hasEmitted = true;
                herald.Add([.. Enumerable.Range(0, 100).Select(static number => 2 * number)]);
            }
        });
        var even = Subscribe(producer, "even");
        even.Send(producer, new Request(3));
        FishForMessage<string>(static text => text == "demand 3");

        // Two are one too many for the park, and the last ones are more than was asked for.
        producer.Tell(new[] { 1, 3, 2, 4, 6, 8, 10, 12 });

        Failures.ExpectMsg<ParkFullException>();
    }

    [Fact]
    public void A_full_buffer_can_keep_the_oldest()
    {
        var producer = StartHerald(new() { Buffer = new() { Size = 2, Keep = BufferKeep.First } });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new[] { 1, 2, 3 });

        consumer.Send(producer, new Request(2));

        Assert.Equal([1, 2], Receive(consumer, 2));
    }

    [Fact]
    public void Discarded_events_are_said_in_the_log_by_default()
    {
        var plan = new Numbers.Plan { Options = new() { Buffer = new() { Size = 2 } } };
        var producer = Start(Props.Create(() => new Numbers(plan)));

        EventFilter.Warning(start: "Expected at most 2 buffered events, got 3 more. The oldest were discarded.")
            .ExpectOne(() => producer.Tell(new[] { 1, 2, 3, 4, 5 }));
    }

    [Fact]
    public void What_is_emitted_when_events_were_discarded_comes_once()
    {
        var isFirst = true;
        var producer = StartHerald(new() { Buffer = new() { Size = 2 } }, (text, herald) =>
        {
            if (isFirst && text.StartsWith("discarded", StringComparison.Ordinal))
            {
                isFirst = false;
                herald.Add(9);
            }
        });
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new[] { 1, 2, 3 });
        ExpectMsg("discarded 1");
        ExpectMsg("discarded 1");

        consumer.Send(producer, new Request(10));

        Assert.Equal([3, 9], Receive(consumer, 2));
        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void A_producer_that_stops_says_why_and_hands_on_what_it_emitted_first()
    {
        var producer = StartHerald(aside: (text, herald) =>
        {
            if (text == "heard bye")
            {
                herald.Add(1);
                herald.End(new(EndKind.Normal, "no more"));
            }
        });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));

        consumer.Send(producer, "bye");

        Assert.Equal([1], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal(
            new Cancelled(new(1), new(EndKind.Normal, "no more"), IsDown: true), consumer.ExpectMsg<Cancelled>());
    }

    [Fact]
    public void A_failure_that_was_survived_is_not_the_reason_of_the_end()
    {
        var producer = StartHerald();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new InvalidOperationException("survived"));
        ExpectNothingMore(consumer, producer);

        Sys.Stop(producer);

        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Theory]
    [InlineData("odd", 2, Refusal.AlreadySubscribed)]
    [InlineData("even", 0, Refusal.OptionsRejected)]
    public void A_refused_subscription_costs_its_consumer_none_that_it_has(string partition, int max, Refusal refusal)
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = Numbers.OddAndEven })));
        var consumer = Subscribe(producer, "even", id: 1);
        consumer.Send(producer, new Subscribe(new(2), new() { Partition = "odd" }));
        consumer.ExpectMsg<Subscribed>();

        var id = max == 0 ? 3 : 1;
        SubscriptionOptions bad = new() { Partition = partition, MaxDemand = 5, MinDemand = max == 0 ? 5 : null };
        consumer.Send(producer, new Subscribe(new(id), bad));

        Assert.Equal(refusal, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
        consumer.Send(producer, new Request(1, new(1)));
        consumer.Send(producer, new Request(1, new(2)));
        Assert.Equal([0, 1], Receive(consumer, 2).Order());
    }

    private IActorRef StartHerald(ProducerOptions<int>? options = null, Action<string, Herald>? aside = null) =>
        StartHerald(options, Directive.Restart, aside);

    private IActorRef StartHerald(
        ProducerOptions<int>? options, Directive directive, Action<string, Herald>? aside)
    {
        var test = TestActor;
        var given = options ?? new();
        return Start(Props.Create(() => new Herald(test, given, aside)), directive);
    }
}
