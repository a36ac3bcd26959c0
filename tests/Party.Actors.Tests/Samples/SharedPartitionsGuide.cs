using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Samples;

/// <summary>
/// The examples of docs/partitions.md on keys, priorities and bytes, and proof that they do what it says. An order is a
/// number: 201 is the first order of customer 2, and one below 0 is urgent.
/// </summary>
public sealed class SharedPartitionsGuide : StageTest
{
    [Fact]
    public void The_orders_of_a_customer_are_with_one_consumer_at_a_time()
    {
        var orders = Start(new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(2),
            Selector = PartitionSelector.ByIndex<int>(static _ => 0),
            Consumers = PartitionConsumers.SharedByKey,
            Key = EventKey.By<int, int>(static order => order / 100),
        });
        var (one, other) = (Subscribe(orders, "0", id: 1), Subscribe(orders, "0", id: 2));
        one.Send(orders, new Request(1));
        other.Send(orders, new Request(2));
        orders.Tell(new[] { 101, 201, 102 });

        Assert.Equal([101], Receive(one, 1));
        Assert.Equal([201], Receive(other, 1));
        ExpectNothingMore(other, orders);
        one.Send(orders, new Confirm(new(1), 1));
        Assert.Equal([102], Receive(other, 1));
    }

    [Fact]
    public void Urgent_orders_that_wait_are_served_more_often()
    {
        var orders = Start(new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(2),
            Selector = PartitionSelector.ByIndex<int>(static _ => 0),
            Priorities = new(static order => order < 0 ? 0 : 1, 2, 1),
        });
        Subscribe(orders, "1", id: 1).Send(orders, new Request(6));
        orders.Tell(new[] { 1, 2, -1, -2, -3, -4 });
        var consumer = Subscribe(orders, "0", id: 2);
        consumer.Send(orders, new Request(6));

        Assert.Equal([-1, -2, 1, -3, -4, 2], Receive(consumer, 6));
    }

    [Fact]
    public void Large_orders_fill_a_park_sooner()
    {
        var orders = Start(new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(2),
            Selector = PartitionSelector.ByIndex<int>(static _ => 0),
            ParkBytes = 1000,
            Size = static order => order,
            ParkPolicy = ParkPolicy.DropNewest,
        });
        Subscribe(orders, "1", id: 1).Send(orders, new Request(3));
        orders.Tell(new[] { 999, 500, 1 });
        var consumer = Subscribe(orders, "0", id: 2);
        consumer.Send(orders, new Request(3));

        Assert.Equal([999, 500], Receive(consumer, 2));
        ExpectNothingMore(consumer, orders);
    }

    private IActorRef Start(PartitionDispatcherOptions<int> dispatcher) =>
        Sys.ActorOf(Props.Create(() => new Numbers(
            new Numbers.Plan { Options = new() { Dispatcher = dispatcher }, Limit = 0 })));
}
