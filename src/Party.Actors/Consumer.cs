using Akka.Actor;
using Party.Actors.Consuming;

namespace Party.Actors;

/// <summary>Makes a consumer from a function.</summary>
public static class Consumer
{
    /// <summary>A consumer that hands every batch to a function.</summary>
    /// <param name="handle">It is called on the stage's thread; the events are handled when it returns.</param>
    /// <param name="subscriptions">What to subscribe to, at the start and after each restart.</param>
    public static Props Props<TEvent>(BatchHandler<TEvent> handle, params SubscribeTo[] subscriptions) =>
        Akka.Actor.Props.Create(() => new FunctionConsumer<TEvent>(handle, subscriptions));
}

file sealed class FunctionConsumer<TEvent>(BatchHandler<TEvent> handle, SubscribeTo[] subscriptions)
    : Consumer<TEvent>(subscriptions)
{
    protected override void HandleEvents(ReadOnlySpan<TEvent> events) => handle(events);

    private protected override void Check(SubscribeTo to) => ByHand.Refuse(
        to,
        "a consumer made of a function",
        "Its events are confirmed when the function returns. Set confirmation, or derive from Consumer.");
}
