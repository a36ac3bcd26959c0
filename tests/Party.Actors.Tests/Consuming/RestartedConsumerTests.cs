using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>A restart after the end of a subscription, under a supervisor that restarts without end.</summary>
public sealed class RestartedConsumerTests : StageTest
{
    private readonly TestProbe _producer;

    public RestartedConsumerTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"") =>
        _producer = CreateTestProbe();

    [Theory]
    [InlineData(CancelMode.Permanent)]
    [InlineData(CancelMode.Transient)]
    public void A_consumer_whose_producer_is_gone_for_good_is_restarted_once_and_stops(CancelMode mode)
    {
        var to = new SubscribeTo(_producer.Ref, new() { Cancel = mode });
        var consumer = StartFollower(to);
        Watch(consumer);

        EventFilter.Error(contains: "It stops.").ExpectOne(() => Sys.Stop(_producer.Ref));

        ExpectMsg("the producer is gone");
        ExpectMsg("the producer is gone");
        ExpectTerminated(consumer);
        Failures.ExpectMsg<SubscriptionEndedException>();
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_partition_that_is_taken_after_a_restart_is_waited_for()
    {
        var consumer = StartFollower(new SubscribeTo(_producer.Ref));
        var subscribe = _producer.ExpectMsg<Subscribe>();
        _producer.Reply(new SubscriptionRejected(subscribe.Id, Refusal.PartitionTaken, "taken"));
        Failures.ExpectMsg<SubscriptionEndedException>();

        for (var time = 0; time < 5; time++)
        {
            subscribe = _producer.FishForMessage<Subscribe>(_ => true);
            _producer.Reply(new SubscriptionRejected(subscribe.Id, Refusal.PartitionTaken, "taken"));
            _producer.ExpectMsg<Cancel>();
            _producer.Send(consumer, new Identify(time));
            _producer.ExpectMsg<ActorIdentity>();
            ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(12));
        }

        _producer.FishForMessage<Subscribe>(_ => true);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_restart_for_another_reason_leaves_the_end_to_the_supervisor()
    {
        var consumer = StartFollower(new SubscribeTo(_producer.Ref));
        _producer.Reply(new Subscribed(_producer.ExpectMsg<Subscribe>().Id));
        _producer.ExpectMsg<Request>();

        consumer.Tell(new InvalidOperationException("fell over"));
        Failures.ExpectMsg<InvalidOperationException>();
        _producer.FishForMessage<Subscribe>(_ => true);
        Sys.Stop(_producer.Ref);

        Failures.ExpectMsg<SubscriptionEndedException>();
    }

    [Fact]
    public void A_stage_in_between_stops_as_well()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 0 })), Directive.Stop);
        var between = Start(ProducerConsumer.Props<int, int>(number => [number], new SubscribeTo(producer)));
        Subscribe(between);
        Watch(between);

        producer.Tell(new InvalidOperationException("fell over"));

        ExpectTerminated(between);
        Failures.ExpectMsg<InvalidOperationException>();
        Failures.ExpectMsg<SubscriptionEndedException>();
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    private IActorRef StartFollower(SubscribeTo to)
    {
        var test = TestActor;
        return Start(Props.Create(() => new Follower(test, to)));
    }
}
