using Party.Demand.Subscriptions;

namespace Party.Storms.Stages;

/// <summary>An event that a stage handled.</summary>
/// <param name="Item">The event.</param>
/// <param name="From">The stage that it came from.</param>
/// <param name="By">The stage that handled it.</param>
/// <param name="Subscription">What it came by.</param>
/// <param name="Attempt">How often it had been handed on.</param>
internal readonly record struct Handled(
    int Item, StageState From, StageState By, SubscriptionId Subscription, int Attempt)
{
    /// <summary>Whether nothing more is to become of it.</summary>
    public bool IsItsEnd => By.Plan.IsConsumer || By.Plan.IsUnwanted(Item);

    public override string ToString() =>
        $"{By.Plan.Name} got {Item} from {From.Plan.Name} by {Subscription}, attempt {Attempt}";
}
