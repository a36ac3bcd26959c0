using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>A dispatcher's answer to a subscription.</summary>
/// <param name="Refusal">Why it is refused.</param>
/// <param name="Reason">The same as a sentence for the one who asked; null when admitted.</param>
public readonly record struct Admission(Refusal Refusal, string? Reason)
{
    /// <summary>The subscription holds.</summary>
    public static Admission Granted => default;

    /// <summary>Whether the subscription holds.</summary>
    public bool IsGranted => Refusal == Refusal.None;

    /// <summary>The consumer has a subscription of this name here, to another partition.</summary>
    public static Admission Repeated(SubscriptionId id) => new(
        Refusal.AlreadySubscribed,
        $"Expected a subscription with a name of its own, got {id}, which is current. Choose another name, or cancel it first.");
}
