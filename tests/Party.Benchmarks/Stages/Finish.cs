using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Benchmarks.Stages;

/// <summary>Asks a producer for its books, once all of its events are handled.</summary>
internal sealed record Finish
{
    /// <summary>Waits until all events are handled, and stops the producer.</summary>
    /// <returns>Its books.</returns>
    public static ProducerBooks Await(IActorRef producer, ActorSystem system)
    {
        var drained = producer.Ask<Drained>(new Finish(), Timeout.InfiniteTimeSpan).GetAwaiter().GetResult();
        system.Stop(producer);
        return drained.Books;
    }
}
