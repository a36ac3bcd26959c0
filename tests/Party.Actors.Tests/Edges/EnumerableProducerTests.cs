using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Edges;

public sealed class EnumerableProducerTests : StageTest
{
    private readonly Tape _tape = new();

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for()
    {
        var producer = Start(Producer.From(_tape.Play(int.MaxValue)));

        var consumer = Subscribe(producer);

        ExpectNothingMore(consumer, producer);
        Assert.Equal((0, 0), (_tape.Starts, _tape.Read));
    }

    [Fact]
    public void Exactly_what_is_asked_for_is_read()
    {
        var producer = Start(Producer.From(_tape.Play(int.MaxValue)));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(3));
        Assert.Equal([0, 1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        consumer.Send(producer, new Request(2));
        Assert.Equal([3, 4], consumer.ExpectMsg<Events<int>>().Batch);

        ExpectNothingMore(consumer, producer);
        Assert.Equal(5, _tape.Read);
    }

    [Fact]
    public void At_the_end_the_rest_is_handed_on_and_the_stage_stops()
    {
        var producer = Start(Producer.From(_tape.Play(3)));
        var consumer = Subscribe(producer);
        Watch(producer);

        consumer.Send(producer, new Request(5));

        Assert.Equal([0, 1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(producer);
        Assert.True(_tape.IsClosed);
    }

    [Fact]
    public void The_end_waits_for_what_other_partitions_have_not_taken_yet()
    {
        var producer = Start(Producer.From(_tape.Play(4), Producing.Numbers.OddAndEven));
        var even = Subscribe(producer, "even");
        var odd = Subscribe(producer, "odd");
        even.Send(producer, new Request(10));
        Assert.Equal([0, 2], Receive(even, 2));
        ExpectNothingMore(odd, producer);

        odd.Send(producer, new Request(2));

        Assert.Equal([1, 3], Receive(odd, 2));
        Assert.Equal(EndReason.Normal, odd.ExpectMsg<Cancelled>().Reason);
        Assert.Equal(EndReason.Normal, even.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public void A_permanent_consumer_stops_with_its_source()
    {
        var seen = new List<int>();
        var producer = Start(Producer.From(_tape.Play(1234)));

        var consumer = Sys.ActorOf(Consumer.Props<int>(batch => seen.AddRange(batch), new SubscribeTo(producer)));
        Watch(consumer);

        ExpectTerminated(consumer);
        Assert.Equal(Enumerable.Range(0, 1234), seen);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Stop)]
    public void A_source_that_throws_fails_the_stage_and_is_over(Directive directive)
    {
        var producer = Start(Producer.From(_tape.Play(2, failure: "torn")), directive);
        var consumer = Subscribe(producer);
        Watch(producer);

        consumer.Send(producer, new Request(5));

        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal("torn", Failures.ExpectMsg<FormatException>().Message);
        Assert.Equal(EndReason.Failure("torn"), consumer.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(producer);
        Failures.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(1, _tape.Starts);
    }

    [Fact]
    public void A_restart_goes_on_where_the_last_actor_was()
    {
        var dispatcher = Producing.Numbers.ByParity with { ParkLimit = 1, ParkPolicy = ParkPolicy.Fail };
        var producer = Start(Producer.From(_tape.Play(int.MaxValue), new() { Dispatcher = dispatcher }));
        var even = Subscribe(producer, "even");

        even.Send(producer, new Request(3));

        Assert.Equal([0, 2, 4], Receive(even, 3));
        Failures.ExpectMsg<ParkFullException>();
        ExpectNothingMore(even, producer);
        Assert.Equal((1, 5), (_tape.Starts, _tape.Read));
    }

    [Fact]
    public void A_stage_that_stops_lets_go_of_its_source()
    {
        var producer = Start(Producer.From(_tape.Play(int.MaxValue)));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        consumer.ExpectMsg<Events<int>>();
        Watch(producer);

        Sys.Stop(producer);

        ExpectTerminated(producer);
        Assert.True(_tape.IsClosed);
    }

    [Fact]
    public void Two_stages_of_the_same_props_read_the_source_each_for_itself()
    {
        var props = Producer.From(_tape.Play(int.MaxValue));
        var one = Start(props);
        var two = Start(props);
        var consumer = CreateTestProbe();

        foreach (var producer in new[] { one, two })
        {
            consumer.Send(producer, new Subscribe(new(1), new()));
            consumer.ExpectMsg<Subscribed>();
            consumer.Send(producer, new Request(2));
            Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
        }
    }

    [Fact]
    public void Demand_that_accumulates_reads_nothing_yet()
    {
        var options = new ProducerOptions<int> { DemandMode = DemandMode.Accumulate };
        var producer = Start(Producer.From(_tape.Play(int.MaxValue), options));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectNothingMore(consumer, producer);
        Assert.Equal(0, _tape.Read);

        producer.SetDemandMode(DemandMode.Forward);

        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Theory]
    [InlineData(OnLastConsumerGone.Continue, false)]
    [InlineData(OnLastConsumerGone.Stop, true)]
    public void The_last_consumer_takes_the_stage_along_where_that_is_wanted(OnLastConsumerGone setting, bool isStopped)
    {
        var (producer, one, two) = StartWithTwo(setting);
        one.Send(producer, new Cancel(new(1), EndReason.Normal));
        ExpectNothingMore(two, producer);

        two.Send(producer, new Cancel(new(1), EndReason.Normal));

        ExpectEnd(producer, isStopped);
    }

    [Fact]
    public void A_consumer_that_restarts_or_subscribes_anew_is_not_gone()
    {
        var producer = Start(Producer.From(_tape.Play(9), onLastConsumerGone: OnLastConsumerGone.Stop));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Subscribe(new(2), new(), Replacing: new(1)));
        consumer.ExpectMsg<Cancelled>();
        consumer.ExpectMsg<Subscribed>();
        consumer.Send(producer, new Cancel(new(1), EndReason.Normal));
        consumer.Send(producer, new Cancel(new(2), EndReason.Restart(null)));

        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Subscribe(new(3), new()));
        Assert.Equal(new SubscriptionId(3), consumer.ExpectMsg<Subscribed>().Id);
    }

    private (IActorRef Producer, TestProbe One, TestProbe Two) StartWithTwo(OnLastConsumerGone setting)
    {
        var producer = Start(Producer.From(_tape.Play(9), onLastConsumerGone: setting));
        return (producer, Subscribe(producer), Subscribe(producer));
    }

    private void ExpectEnd(IActorRef producer, bool isStopped)
    {
        if (isStopped)
        {
            Watch(producer);
            ExpectTerminated(producer);
        }
        else
        {
            ExpectNothingMore(Subscribe(producer), producer);
        }
    }
}
