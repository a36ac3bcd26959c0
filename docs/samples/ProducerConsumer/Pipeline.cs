using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;

namespace Party.Samples.ProducerConsumer;

/// <summary>[A] → [B] → [C]: numbers are counted, doubled and printed.</summary>
public static class Pipeline
{
    /// <summary>Starts the three stages.</summary>
    /// <param name="system">Where they live.</param>
    /// <param name="output">Where C prints to.</param>
    /// <returns>C, which ends with A and B, when it has printed twenty numbers.</returns>
    public static IActorRef Start(IActorRefFactory system, TextWriter output)
    {
        var ten = new SubscriptionOptions { MaxDemand = 10 };

        var a = system.ActorOf(Props.Create(() => new Counter(20)), "a");
        var b = system.ActorOf(Props.Create(() => new Multiplier(2, new SubscribeTo(a, ten))), "b");
        return system.ActorOf(Props.Create(() => new Printer(output, new SubscribeTo(b, ten))), "c");
    }
}
