namespace Party.Demand.Subscriptions;

/// <summary>When events that were delivered at least once count as handled.</summary>
public enum Confirmation
{
    /// <summary>When the handler returns; in order.</summary>
    WhenHandled,

    /// <summary>
    /// When the stage's own code says so of each, in any order. Until then they count against max-demand.
    /// </summary>
    ByHand,
}
