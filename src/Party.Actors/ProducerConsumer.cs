using Akka.Actor;

namespace Party.Actors;

/// <summary>Makes a producer-consumer from a function.</summary>
public static class ProducerConsumer
{
    /// <summary>A stage that emits, for every event, what a function returns.</summary>
    /// <param name="transform">
    /// From an event to any number of events. It is called on the stage's thread, and what it returns is gone through
    /// there and then.
    /// </param>
    /// <param name="subscriptions">What to subscribe to, at the start and after each restart.</param>
    public static Props Props<TIn, TOut>(
        Func<TIn, IEnumerable<TOut>> transform, params SubscribeTo[] subscriptions) =>
        Props(transform, new(), subscriptions);

    /// <summary>A stage that emits, for every event, what a function returns.</summary>
    /// <param name="transform">From an event to any number of events.</param>
    /// <param name="options">How the events are shared out.</param>
    /// <param name="subscriptions">What to subscribe to, at the start and after each restart.</param>
    public static Props Props<TIn, TOut>(
        Func<TIn, IEnumerable<TOut>> transform, ProducerOptions<TOut> options, params SubscribeTo[] subscriptions) =>
        Akka.Actor.Props.Create(() => new FunctionStage<TIn, TOut>(transform, options, subscriptions));
}

file sealed class FunctionStage<TIn, TOut>(
    Func<TIn, IEnumerable<TOut>> transform, ProducerOptions<TOut> options, SubscribeTo[] subscriptions)
    : ProducerConsumer<TIn, TOut>(options, subscriptions)
{
    protected override void HandleEvents(ReadOnlySpan<TIn> events)
    {
        foreach (var item in events)
        {
            foreach (var made in transform(item))
            {
                Emit(made);
            }
        }
    }
}
