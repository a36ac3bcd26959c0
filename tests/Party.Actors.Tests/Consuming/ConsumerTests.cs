using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

public sealed class ConsumerTests : StageTest
{
    private readonly TestProbe _producer;

    public ConsumerTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_consumer_subscribes_and_requests_once_it_is_answered()
    {
        var consumer = StartRecorder(new() { Partition = "one", MaxDemand = 10 });

        var subscribe = _producer.ExpectMsg<Subscribe>();
        Assert.Equal(("one", 10), (subscribe.Options.Partition, subscribe.Options.MaxDemand));
        ExpectNothingMore(_producer, consumer);
        _producer.Reply(new Subscribed(subscribe.Id));

        Assert.Equal(new Request(10, subscribe.Id, Total: 10, Confirmed: 0), _producer.ExpectMsg<Request>());
    }

    [Fact]
    public void Events_are_handled_in_batches_and_requested_after_each()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 4, MinDemand = 2 });

        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));

        ExpectMsg("1 2");
        ExpectMsg("3");
        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void A_failed_batch_and_all_after_it_are_given_up_by_a_restart()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 4, MinDemand = 2 }, failOn: 4);
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3, 4));
        _producer.Send(consumer, Events.Of(id, 5, 5, 6));

        ExpectMsg("1 2");
        _producer.ExpectMsg<Request>();
        var cancel = _producer.ExpectMsg<Cancel>();
        Assert.Equal((id, EndKind.Restart, 2L, 2), (cancel.Id, cancel.Reason.Kind, cancel.Handled, cancel.Failed));
        var again = _producer.ExpectMsg<Subscribe>();
        Assert.NotEqual(id, again.Id);

        Assert.Equal(id, _producer.ExpectMsg<Cancel>().Id);
        ExpectNothingMore(_producer, consumer);
        _producer.Send(consumer, new Subscribed(again.Id));
        _producer.ExpectMsg<Request>();
        _producer.Send(consumer, Events.Of(again.Id, 1, 7));
        ExpectMsg("7");
    }

    [Fact]
    public void After_a_resume_the_failed_batch_counts_as_handled()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 4, MinDemand = 2 }, failOn: 3, Directive.Resume);

        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3, 4));
        _producer.Send(consumer, Events.Of(id, 5, 5, 6));

        ExpectMsg("1 2");
        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
        Assert.Equal(4, _producer.ExpectMsg<Request>(request => request.Confirmed == 4).Confirmed);
        ExpectMsg("5 6");
    }

    [Fact]
    public void A_consumer_that_stops_says_how_far_it_came()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 10 });
        _producer.Send(consumer, Events.Of(id, 1, 1, 2));
        ExpectMsg("1 2");

        Sys.Stop(consumer);

        var last = new Cancel(id, EndReason.Shutdown, Handled: 2, Phase: CancelPhase.Down);
        Assert.Equal(last, _producer.ExpectMsg<Cancel>());
    }

    [Fact]
    public void A_consumer_that_is_stopped_for_an_error_says_what_failed()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 10 }, failOn: 2, Directive.Stop);

        _producer.Send(consumer, Events.Of(id, 1, 1, 2));

        var failed = new Cancel(id, EndReason.Failure("failed on 2"), Handled: 0, Failed: 2, CancelPhase.Down);
        Assert.Equal(failed, _producer.ExpectMsg<Cancel>());
    }

    [Fact]
    public void Repeated_events_are_handled_once()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 10 });
        _producer.Send(consumer, Events.Of(id, 1, 1, 2));
        _producer.Send(consumer, Events.Of(id, 1, 1, 2));
        _producer.Send(consumer, Events.Of(id, 2, 2, 3));

        ExpectMsg("1 2");
        ExpectMsg("3");
    }

    [Fact]
    public void A_gap_ends_the_subscription_and_begins_another()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 10 });

        _producer.Send(consumer, Events.Of(id, 3, 3, 4));

        Assert.Equal(EndKind.Failure, _producer.ExpectMsg<Cancel>().Reason.Kind);
        Assert.NotEqual(id, _producer.ExpectMsg<Subscribe>().Id);
    }

    [Fact]
    public void Events_beyond_the_demand_are_handled_with_a_warning()
    {
        var (consumer, id) = StartSubscribed(new() { MaxDemand = 2, MinDemand = 0 });

        EventFilter.Warning(start: "Expected events in sequence and within the demand")
            .ExpectOne(() => _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3)));

        ExpectMsg("1 2");
        ExpectMsg("3");
    }

    [Fact]
    public void Events_of_another_type_end_the_subscription()
    {
        var (consumer, id) = StartSubscribed(new());

        EventFilter.Error(start: "Expected events of type System.Int32")
            .ExpectOne(() => _producer.Send(consumer, Events.Of(id, 1, "one")));

        Assert.Equal(EndKind.Failure, _producer.ExpectMsg<Cancel>().Reason.Kind);
    }

    [Fact]
    public void A_consumer_refuses_to_be_subscribed_to()
    {
        var (consumer, _) = StartSubscribed(new());

        _producer.Send(consumer, new Subscribe(new(7), new()));

        var rejected = _producer.ExpectMsg<SubscriptionRejected>();
        Assert.Equal((new SubscriptionId(7), Refusal.NoProducer), (rejected.Id, rejected.Refusal));
    }

    [Fact]
    public void A_consumer_is_an_ordinary_actor_besides()
    {
        var (consumer, _) = StartSubscribed(new());

        _producer.Send(consumer, "music");

        _producer.ExpectMsg("heard music");
    }

    [Fact]
    public void A_consumer_may_subscribe_to_more_than_one_producer()
    {
        var (consumer, first) = StartSubscribed(new());
        var other = CreateTestProbe();
        consumer.Tell(new SubscribeTo(other.Ref), TestActor);
        var second = other.ExpectMsg<Subscribe>().Id;
        other.Reply(new Subscribed(second));
        other.ExpectMsg<Request>();

        other.Send(consumer, Events.Of(second, 1, 20));
        _producer.Send(consumer, Events.Of(first, 1, 10));

        ExpectMsg("20");
        ExpectMsg("10");
    }

    [Fact]
    public void A_function_makes_a_consumer()
    {
        var test = TestActor;
        var consumer = Start(Consumer.Props<int>(batch => test.Tell(batch.Length), new SubscribeTo(_producer.Ref)));
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));

        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));

        ExpectMsg(3);
    }

    private (IActorRef Consumer, SubscriptionId Id) StartSubscribed(
        SubscriptionOptions options, int failOn = int.MinValue, Directive directive = Directive.Restart)
    {
        var consumer = StartRecorder(options, failOn, directive);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }

    private IActorRef StartRecorder(
        SubscriptionOptions options, int failOn = int.MinValue, Directive directive = Directive.Restart)
    {
        var test = TestActor;
        var subscription = new SubscribeTo(_producer.Ref, options);
        return Start(Props.Create(() => new Recorder(test, subscription, failOn)), directive);
    }
}
