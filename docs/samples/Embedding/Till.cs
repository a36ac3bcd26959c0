using Akka.Actor;

namespace Party.Samples.Embedding;

/// <summary>An actor that was there before there were stages, and knows nothing of them.</summary>
public sealed class Till : ReceiveActor
{
    /// <summary>A till.</summary>
    /// <param name="orders">Whoever takes orders.</param>
    public Till(IActorRef orders) => Receive<Order>(order =>
    {
        orders.Tell(order);
        Sender.Tell("paid");
    });
}
