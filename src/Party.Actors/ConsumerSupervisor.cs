using Akka.Actor;

namespace Party.Actors;

/// <summary>Makes a consumer that starts a child for every event.</summary>
public static class ConsumerSupervisor
{
    /// <summary>A supervisor of children that are never started again.</summary>
    /// <param name="child">What makes a child from an event; null for none.</param>
    /// <param name="subscriptions">What to subscribe to, at the start and after each restart.</param>
    public static Props Props<TEvent>(Func<TEvent, Props?> child, params SubscribeTo[] subscriptions) =>
        Props(new ConsumerSupervisorOptions<TEvent> { Child = child, Subscriptions = subscriptions });

    /// <summary>A supervisor with options.</summary>
    public static Props Props<TEvent>(ConsumerSupervisorOptions<TEvent> options) =>
        Akka.Actor.Props.Create(() => new ConsumerSupervisor<TEvent>(options));
}
