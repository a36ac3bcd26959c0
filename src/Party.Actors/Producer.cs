using Akka.Actor;
using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>Makes a producer of a function, or of what other code has.</summary>
public static partial class Producer
{
    /// <summary>A producer that emits what a function returns.</summary>
    /// <param name="produce">
    /// From the number of events asked for to the events, at best exactly as many. It is called on the stage's thread,
    /// and what it returns is gone through there and then.
    /// </param>
    /// <param name="options">How the events are shared out; for a single consumer by default.</param>
    public static Props Props<TEvent>(
        Func<int, IEnumerable<TEvent>> produce, ProducerOptions<TEvent>? options = null) =>
        Akka.Actor.Props.Create(() => new FunctionProducer<TEvent>(produce, options ?? new()));
}

file sealed class FunctionProducer<TEvent>(Func<int, IEnumerable<TEvent>> produce, ProducerOptions<TEvent> options)
    : Producer<TEvent>(options)
{
    protected override void HandleDemand(DemandIncrement demand)
    {
        foreach (var item in produce(demand.Total))
        {
            Emit(item);
        }
    }
}
