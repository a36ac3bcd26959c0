using Party.Demand.Subscriptions;

namespace Party.Tck.Running;

/// <summary>A subscription of a random walk, and what its consumer has of it.</summary>
internal sealed class WalkConsumer(SubscriptionId id, SubscriptionOptions options, string holder)
    : Subscription(id, options)
{
    public override object Holder => holder;

    /// <summary>What it was sent and has neither confirmed nor given back, by number.</summary>
    public SortedDictionary<long, int> Open { get; } = [];

    /// <summary>The last event that came for the first time; −1 before it.</summary>
    public int LastFresh { get; set; } = -1;

    /// <summary>The last event that came again; −1 before it.</summary>
    public int LastAgain { get; set; } = -1;

    public bool IsRetained => Options.Delivery == DeliveryMode.AtLeastOnce;
}
