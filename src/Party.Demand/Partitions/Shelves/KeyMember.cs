using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>One of several consumers of a partition that share it by key.</summary>
/// <remarks>It is one from its subscription until its last word, and gets nothing more once it is closed.</remarks>
internal sealed class KeyMember(Subscription subscription)
{
    /// <summary>Its subscription.</summary>
    public Subscription Subscription { get; } = subscription;

    /// <summary>Whether anything more is handed on to it.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Whether it wants an event now.</summary>
    public bool IsHungry => IsOpen && Subscription.Outstanding > 0;

    /// <summary>The strands it owns of which something waits.</summary>
    public StrandQueue Ready { get; } = new();

    /// <summary>What it has that is unconfirmed.</summary>
    public SentRing Sent { get; } = new();

    /// <summary>Whether it stands in line for strands that are free.</summary>
    public bool IsInLine { get; set; }

    /// <summary>Whether it stands in line for strands of its own.</summary>
    public bool IsInOwnLine { get; set; }
}
