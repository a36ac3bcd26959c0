namespace Party.Demand.Subscriptions;

/// <summary>
/// Names one subscription; the consumer chooses it, and it is unique among that consumer's subscriptions.
/// </summary>
public readonly record struct SubscriptionId(long Value)
{
    /// <summary>No subscription: what a message carries that leaves the choice to its receiver.</summary>
    public static SubscriptionId None => default;

    /// <summary>Whether this names no subscription.</summary>
    public bool IsNone => Value == 0;

    /// <summary><c>#7</c>, or <c>#none</c>.</summary>
    public override string ToString() => IsNone ? "#none" : $"#{Value}";
}
