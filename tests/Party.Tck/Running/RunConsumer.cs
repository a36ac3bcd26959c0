using Party.Demand.Subscriptions;

namespace Party.Tck.Running;

/// <summary>A consumer of the dispatcher under test, and what it got; it counts by itself.</summary>
/// <param name="index">Which of the consumers it is; one that comes in the place of another has its index.</param>
/// <param name="subscription">The dispatcher's own count.</param>
internal sealed class RunConsumer(int index, Subscription subscription)
{
    /// <summary>Which of the consumers it is.</summary>
    public int Index => index;

    /// <summary>The subscription.</summary>
    public Subscription Subscription => subscription;

    /// <summary>What it requested in all.</summary>
    public long Requested { get; set; }

    /// <summary>What it was handed, in order.</summary>
    public List<int> Received { get; } = [];

    /// <summary>What it requested and did not get.</summary>
    public long Outstanding => Requested - Received.Count;
}
