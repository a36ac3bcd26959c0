using System.Threading.Channels;
using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Producers of sequences, which end: not before what they handed on is confirmed.</summary>
public sealed class SourceDeliveryTests : DeliveryTest
{
    private static readonly SubscriptionId First = new(1);

    private readonly IActorRef _producer;

    public SourceDeliveryTests()
    {
        _producer = Start(Producer.From(Enumerable.Range(1, 3)));
        Watch(_producer);
    }

    [Fact]
    public void A_sequence_ends_when_all_of_it_is_confirmed()
    {
        var consumer = SubscribeRetained(_producer);
        consumer.Send(_producer, new Request(9));
        Assert.Equal("1(1) 2(1) 3(1)", Attempts(consumer, 3));
        ExpectNothingMore(consumer, _producer);

        consumer.Send(_producer, new Confirm(First, 3));

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(_producer);
    }

    [Fact]
    public void What_comes_back_after_the_end_of_a_sequence_is_handed_on_again()
    {
        var consumer = SubscribeRetained(_producer);
        consumer.Send(_producer, new Request(9));
        Attempts(consumer, 3);

        consumer.Send(_producer, new Cancel(First, EndReason.Normal, Handled: 1));
        ExpectNothingMore(consumer, _producer);
        var next = SubscribeRetained(_producer);
        next.Send(_producer, new Request(9));
        Assert.Equal("2(2) 3(2)", Attempts(next, 2));
        next.Send(_producer, new Reject(First, 2));
        Assert.Equal("3(3)", Attempts(next, 1));
        next.Send(_producer, new Confirm(First, 3));

        next.ExpectMsg<Cancelled>();
        ExpectTerminated(_producer);
    }

    [Fact]
    public void A_last_word_that_confirms_all_lets_a_sequence_end()
    {
        var consumer = SubscribeRetained(_producer);
        consumer.Send(_producer, new Request(9));
        Attempts(consumer, 3);
        consumer.Send(_producer, new Cancel(First, EndReason.Normal, Phase: CancelPhase.Asked));
        consumer.ExpectMsg<Cancelled>();
        ExpectNothingMore(consumer, _producer);

        consumer.Send(_producer, new Cancel(First, EndReason.Normal, Handled: 3));

        ExpectTerminated(_producer);
    }

    [Fact]
    public void A_consumer_that_fails_on_the_last_events_gets_them_again()
    {
        var (test, to) = (CreateTestProbe(), new SubscribeTo(_producer, Small));
        var name = test.Ref;
        Action<Fragile, int> fail = (consumer, item) =>
        {
            if (item == 3 && consumer.Try < 3)
            {
                throw new InvalidOperationException("not yet");
            }
        };

        Start(Props.Create(() => new Fragile(name, fail, to)));

        test.ExpectMsg("1 2 (1)");
        test.ExpectMsg("3 (3)");
        ExpectTerminated(_producer);
    }

    [Fact]
    public void A_sequence_that_fails_before_its_end_still_ends()
    {
        var consumer = SubscribeRetained(_producer);
        consumer.Send(_producer, new Request(9));
        Attempts(consumer, 3);

        _producer.Tell(Kill.Instance);
        Failures.ExpectMsg<ActorKilledException>();
        ExpectNothingMore(consumer, _producer);
        consumer.Send(_producer, new Confirm(First, 3));

        ExpectTerminated(_producer);
    }

    [Fact]
    public void The_last_consumer_takes_the_stage_along_when_it_has_said_how_far_it_came()
    {
        var producer = StartStopping();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(2));
        Attempts(consumer, 2);
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Phase: CancelPhase.Asked));
        consumer.ExpectMsg<Cancelled>();
        ExpectNothingMore(consumer, producer);

        EventFilter.Warning(contains: "Of 2 events, 1 were not handled: 0 in flight, 1 parked or returned")
            .ExpectOne(() => consumer.Send(producer, new Cancel(First, EndReason.Normal, Handled: 1)));

        ExpectTerminated(producer);
    }

    [Fact]
    public void A_consumer_that_fails_while_it_leaves_comes_back_to_a_stage_that_waited()
    {
        var producer = StartStopping();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(2));
        Attempts(consumer, 2);
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Phase: CancelPhase.Asked));
        consumer.ExpectMsg<Cancelled>();

        var restart = EndReason.Restart(new InvalidOperationException("once"));
        consumer.Send(producer, new Cancel(First, restart, Handled: 1, Phase: CancelPhase.Down));
        ExpectNothingMore(consumer, producer);
        Subscribe(consumer, producer, 2, Large);
        consumer.Send(producer, new Request(2));

        Assert.Equal("2(2) 3(1)", Attempts(consumer, 2));
    }

    [Fact]
    public void A_consumer_that_stops_while_it_is_expected_back_takes_the_stage_along()
    {
        var producer = StartStopping();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Cancel(First, EndReason.Restart(null), Phase: CancelPhase.Down));
        ExpectNothingMore(consumer, producer);

        Sys.Stop(consumer.Ref);

        ExpectTerminated(producer);
    }

    [Fact]
    public async Task What_was_read_while_demand_accumulated_is_handed_on_before_the_end()
    {
        var channel = Channel.CreateUnbounded<int>();
        var producer = Start(Producer.From(channel.Reader));
        Watch(producer);
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(9));
        ExpectNothingMore(consumer, producer);

        producer.SetDemandMode(DemandMode.Accumulate);
        ExpectNothingMore(consumer, producer);
        await channel.Writer.WriteAsync(7);
        channel.Writer.Complete();
        await channel.Reader.Completion;
        ExpectNothingMore(consumer, producer);
        producer.SetDemandMode(DemandMode.Forward);

        Assert.Equal("7(1)", Attempts(consumer, 1));
        consumer.Send(producer, new Confirm(First, 1));
        ExpectTerminated(producer);
    }

    private IActorRef StartStopping()
    {
        var producer = Start(Producer.From(Enumerable.Range(1, 9), onLastConsumerGone: OnLastConsumerGone.Stop));
        Watch(producer);
        return producer;
    }
}
