using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: asks for a subscription. The sender is the consumer.</summary>
/// <remarks>
/// The producer answers with <see cref="Subscribed"/> or <see cref="SubscriptionRejected"/>. Where the sender already
/// holds the partition, the new subscription replaces the old one.
/// </remarks>
/// <param name="Id">The subscription's name, unique among the sender's.</param>
/// <param name="Options">What is asked for; null for the defaults.</param>
/// <param name="Replacing">A subscription of the sender that ends first, if the producer knows it.</param>
/// <param name="Reason">Why that one ends; null for <see cref="EndReason.Normal"/>.</param>
public sealed record Subscribe(
    SubscriptionId Id, SubscriptionOptions Options, SubscriptionId Replacing = default, EndReason? Reason = null)
{
    /// <summary>What is asked for.</summary>
    public SubscriptionOptions Options { get; init; } = Options ?? new();
}
