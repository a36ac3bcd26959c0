using Party.Demand.Subscriptions;

namespace Party.Tck.Running;

/// <summary>One more subscription of a consumer that has one.</summary>
internal sealed class TwinSubscription(SubscriptionId id, Subscription twin) : Subscription(id, twin.Options)
{
    /// <inheritdoc/>
    public override object Holder => twin.Holder;
}
