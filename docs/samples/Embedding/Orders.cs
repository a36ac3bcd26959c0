using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Samples.Embedding;

/// <summary>A stage that is told its events by other actors, in messages of their own.</summary>
public sealed class Orders : Producer<Order>
{
    /// <summary>A producer of orders.</summary>
    public Orders(ProducerOptions<Order> options)
        : base(options) => Receive<Order>(Emit);

    // What is wanted comes when somebody orders it.
    protected override void HandleDemand(DemandIncrement demand)
    {
    }
}
