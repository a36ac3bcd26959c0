using Party.Demand.Subscriptions;

namespace Party.Storms.Stages;

/// <summary>An event that a stage handled.</summary>
/// <param name="Item">The event.</param>
/// <param name="Subscription">What it came by.</param>
/// <param name="Attempt">How often it had been handed on.</param>
internal readonly record struct Handled(int Item, SubscriptionId Subscription, int Attempt)
{
    /// <summary>Which producer made it.</summary>
    public int Maker => Item / 1_000_000;
}
