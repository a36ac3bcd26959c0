using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>A consumer as a <see cref="ParkingWalk"/> knows it: what it was sent and has not said it handled.</summary>
internal sealed class ParkingConsumer(SubscriptionId id, SubscriptionOptions options) : Subscription(id, options)
{
    /// <summary>By number, in order.</summary>
    public SortedDictionary<long, int> InHand { get; } = [];

    public bool IsRetained => Options.Delivery == DeliveryMode.AtLeastOnce;

    /// <summary>What it may ask for now; as any consumer, it never has more than max-demand to get or to do.</summary>
    public int Room => (int)Math.Max(0, Options.MaxDemand - Outstanding - Deferred - InFlight);
}
