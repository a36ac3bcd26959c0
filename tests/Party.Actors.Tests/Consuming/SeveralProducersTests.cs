using Akka.Actor;
using Party.Actors.Tests.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Real producers, several to one consumer and one to several.</summary>
public sealed class SeveralProducersTests : StageTest
{
    [Fact]
    public void Events_of_every_producer_arrive_once_and_each_ones_in_order()
    {
        var producers = Enumerable.Range(0, 4).Select(number => StartSource(1000 * number, 100)).ToArray();
        StartConsumer(CancelMode.Transient, producers);

        var received = Receive(400);

        Assert.Equal(400, received.Distinct().Count());
        Assert.All(received.GroupBy(number => number / 1000), own => Assert.Equal(own.Order(), own));
    }

    [Fact]
    public void The_end_of_one_producer_leaves_the_others_at_work()
    {
        var plan = new Numbers.Plan { Limit = 300 };
        var lasting = Start(Props.Create(() => new Numbers(plan)));
        var brief = StartSource(1000, 5);
        var consumer = StartConsumer(CancelMode.Transient, brief, lasting);

        var received = Receive(305);

        Assert.Equal([1000, 1001, 1002, 1003, 1004], received.Where(number => number >= 1000));
        Assert.Equal(Enumerable.Range(0, 300), received.Where(number => number < 1000));
        consumer.Tell(new Identify("alive"), TestActor);
        Assert.Equal(consumer, FishForMessage<ActorIdentity>(_ => true).Subject);
    }

    [Fact]
    public void Every_event_of_one_producer_goes_to_one_of_several_consumers()
    {
        var plan = new Numbers.Plan { Limit = 200 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        for (var consumer = 0; consumer < 3; consumer++)
        {
            StartConsumer(CancelMode.Transient, producer);
        }

        Assert.Equal(Enumerable.Range(0, 200), Receive(200).Order());
    }

    private List<int> Receive(int count)
    {
        var received = new List<int>();
        while (received.Count < count)
        {
            received.AddRange(FishForMessage<int[]>(_ => true));
        }

        return received;
    }

    private IActorRef StartSource(int from, int count) => Start(Producer.From(Enumerable.Range(from, count)));

    private IActorRef StartConsumer(CancelMode mode, params IActorRef[] producers)
    {
        var test = TestActor;
        var options = new SubscriptionOptions { MaxDemand = 7, Cancel = mode };
        return Sys.ActorOf(Consumer.Props<int>(
            batch => test.Tell(batch.ToArray()), [.. producers.Select(one => new SubscribeTo(one, options))]));
    }
}
