using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors.Producing;

/// <summary>A subscription as the producing stage sees it: the books, and whose they are.</summary>
internal sealed class ConsumerLink(IActorRef consumer, SubscriptionId id, SubscriptionOptions options)
    : Subscription(id, options)
{
    /// <summary>The stage that the events go to.</summary>
    public IActorRef Consumer { get; } = consumer;

    /// <inheritdoc/>
    public override object Holder => Consumer;

    /// <summary>Whether its events are kept until they are confirmed.</summary>
    public bool IsRetained => Options.Delivery == DeliveryMode.AtLeastOnce;

    /// <summary>Whether they are confirmed, or given back, one by one.</summary>
    public bool IsByHand => IsRetained && Options.Confirmation == Confirmation.ByHand;

    /// <summary>The same, as the stage sees it.</summary>
    public ConsumerSubscription Public => new(Id, Consumer, Options);

    /// <summary>For logs: the subscription, its consumer and its partition.</summary>
    public override string ToString() => Options.Partition is { } partition
        ? $"{Id} of {Consumer.Path} to {partition}"
        : $"{Id} of {Consumer.Path}";
}
