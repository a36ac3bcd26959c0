using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>A subscription as the consuming stage sees it: the books, and who fills them.</summary>
internal sealed class ProducerLink(SubscriptionId id, SubscribeTo to, IActorRef asker)
{
    private long _told;

    /// <summary>Its name.</summary>
    public SubscriptionId Id { get; } = id;

    /// <summary>The stage that the events come from.</summary>
    public IActorRef Producer { get; } = to.Producer;

    /// <summary>What it was made from.</summary>
    public SubscribeTo To => to;

    /// <summary>Who wants to know whether it was admitted; nobody where the stage made it itself.</summary>
    public IActorRef Asker => asker;

    /// <summary>What the end of it means.</summary>
    public CancelMode Mode => to.Options.Cancel;

    /// <summary>Whether the producer has admitted it.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Whether the stage's own code requests its events.</summary>
    public bool IsManual { get; set; }

    /// <summary>Whether this stage itself has cancelled it: then its end means nothing more.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Whether the producer has ended it, so that a request would be in vain.</summary>
    public bool IsOver { get; set; }

    /// <summary>The books.</summary>
    public ConsumerLedger Ledger { get; } = new(to.Options);

    /// <summary>The books of its events' children, where they have some.</summary>
    public ChildLedger? Children { get; private set; }

    /// <summary>Whether its end was dealt with, but for events that still have children.</summary>
    public bool IsConcluded { get; set; }

    /// <summary>The number of the last event up to which all are handled.</summary>
    public long Handled => Children?.Handled ?? Ledger.Handled;

    /// <summary>The same, as the stage sees it.</summary>
    public ProducerSubscription Public { get; } = new(id, to.Producer, to.Options);

    /// <summary>For logs: the subscription, its producer and its partition.</summary>
    public string Text { get; } = to.Options.Partition is { } partition
        ? $"{id} to {partition} of {to.Producer.Path}"
        : $"{id} to {to.Producer.Path}";

    /// <summary>Whether more is handled than the producer was told.</summary>
    public bool HasNews => Handled > _told;

    /// <summary>Its events have children from now on.</summary>
    public void BeginWithChildren() => Children = new(to.Options);

    /// <summary>Says how far its events are handled.</summary>
    public Confirm Confirm() => new(Id, _told = Handled);

    /// <summary>A request for so many events more.</summary>
    public Request Request(int demand) => new(demand, Id, Ledger.Granted, _told = Handled);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
