using Akka.Actor;
using Party.Actors;
using Party.Demand.Partitions;

namespace Party.Samples.Embedding;

/// <summary>A shop that has an actor system, and gets stages: orders are packed, each region's in its order.</summary>
public static class Shop
{
    /// <summary>What the stages read from the shop's own configuration.</summary>
    public const string Settings = """
        shop {
          packers { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 2 }
          orders { buffer-size = 500, dispatcher { type = partition, partitions = [eu, us] } }
          packing { thread-dispatcher = shop.packers, max-demand = 10 }
        }
        """;

    /// <summary>Adds the stages.</summary>
    /// <param name="system">The shop's actor system.</param>
    /// <param name="output">Where the packers print to.</param>
    /// <returns>The producer: it takes orders as messages.</returns>
    public static IActorRef AddStages(ActorSystem system, TextWriter output)
    {
        var party = system.Party();
        var region = PartitionSelector.ByIndex<Order>(order => order.Region == "eu" ? 0 : 1);
        var options = party.Settings.Producer("shop.orders", region);
        var orders = system.ActorOf(party.Deploy(Props.Create(() => new Orders(options)), "shop.orders"), "orders");
        foreach (var name in new[] { "eu", "us" })
        {
            var from = new SubscribeTo(orders, party.Settings.Subscription("shop.packing") with { Partition = name });
            var packer = Consumer.Props<Order>(batch => Pack(name, batch, output), from);
            system.ActorOf(party.Deploy(packer, "shop.packing"), $"packer-{name}");
        }

        return orders;
    }

    private static void Pack(string packer, ReadOnlySpan<Order> batch, TextWriter output)
    {
        foreach (var order in batch)
        {
            output.WriteLine($"{packer}: {order.Article}");
        }
    }
}
