using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>A subscription as the consuming stage sees it: the books, and who fills them.</summary>
internal sealed class ProducerLink(SubscriptionId id, SubscribeTo to)
{
    /// <summary>Its name.</summary>
    public SubscriptionId Id { get; } = id;

    /// <summary>The stage that the events come from.</summary>
    public IActorRef Producer { get; } = to.Producer;

    /// <summary>What it was made from.</summary>
    public SubscribeTo To => to;

    /// <summary>What the end of it means.</summary>
    public CancelMode Mode => to.Options.Cancel;

    /// <summary>The books.</summary>
    public ConsumerLedger Ledger { get; } = new(to.Options);

    /// <summary>For logs: the subscription, its producer and its partition.</summary>
    public string Text { get; } = to.Options.Partition is { } partition
        ? $"{id} to {partition} of {to.Producer.Path}"
        : $"{id} to {to.Producer.Path}";

    /// <summary>The message that asks for it.</summary>
    public Subscribe Subscribe() => new(Id, to.Options);

    /// <summary>A request for so many events more.</summary>
    public Request Request(int demand) => new(demand, Id, Ledger.Granted, Ledger.Handled);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
