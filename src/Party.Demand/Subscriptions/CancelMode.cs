namespace Party.Demand.Subscriptions;

/// <summary>What the end of a subscription, which the consumer did not ask for, means to the consumer.</summary>
public enum CancelMode
{
    /// <summary>
    /// The consumer ends with it: it stops after a normal end or a shutdown, and fails for any other reason.
    /// </summary>
    Permanent,

    /// <summary>The consumer outlives a normal end and a shutdown, and fails for any other reason.</summary>
    Transient,

    /// <summary>The consumer outlives it, whatever the reason.</summary>
    Temporary,
}
