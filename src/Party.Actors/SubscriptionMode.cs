namespace Party.Actors;

/// <summary>Who requests the events of a subscription.</summary>
public enum SubscriptionMode
{
    /// <summary>The stage: work first, request after, batches of at most max-demand − min-demand.</summary>
    Automatic,

    /// <summary>The stage's own code, with <c>Request</c>; events are handled in the batches they come in.</summary>
    Manual,
}
