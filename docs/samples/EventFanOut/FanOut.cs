using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;

namespace Party.Samples.EventFanOut;

/// <summary>An event manager with two handlers: one hears everything, one hears alarms.</summary>
public static class FanOut
{
    /// <summary>Starts them.</summary>
    /// <param name="system">Where they live.</param>
    /// <param name="output">Where the handlers print to.</param>
    /// <returns>The manager, and the handlers, which end with it.</returns>
    public static (IActorRef Manager, IActorRef[] Handlers) Start(IActorRefFactory system, TextWriter output)
    {
        var manager = system.ActorOf(Props.Create(() => new EventManager(2)), "manager");
        var everything = new SubscribeTo(manager);
        var alarms = new SubscribeTo(manager, new SubscriptionOptions { Selector = "alarms" });

        return (manager, [
            system.ActorOf(Consumer.Props<Notice>(batch => Print("diary", batch, output), everything), "diary"),
            system.ActorOf(Consumer.Props<Notice>(batch => Print("siren", batch, output), alarms), "siren"),
        ]);
    }

    /// <summary>Notifies all handlers, and waits until the notice is on its way to each of them.</summary>
    /// <remarks>A handler that is behind makes the notifier wait.</remarks>
    public static Task NotifyAsync(this IActorRef manager, Notice notice) =>
        manager.Ask<Notified>(notice, TimeSpan.FromSeconds(5));

    private static void Print(string name, ReadOnlySpan<Notice> notices, TextWriter output)
    {
        foreach (var notice in notices)
        {
            output.WriteLine($"{name}: {notice.Text}");
        }
    }
}
