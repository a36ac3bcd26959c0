using Party.Demand.Subscriptions;

namespace Party.Storms.Scenarios;

/// <summary>A subscription that a stage makes when it starts, and again after each restart.</summary>
/// <param name="To">The name of the producing stage.</param>
/// <param name="MaxDemand">At least 1.</param>
/// <param name="MinDemand">Below that.</param>
/// <param name="Cancel">What its end means.</param>
/// <param name="Partition">The partition, where there are some; else −1.</param>
/// <param name="IsManual">Whether the stage requests by hand.</param>
/// <param name="Delivery">What becomes of events that were not handled.</param>
/// <param name="Confirmation">Who says that they were.</param>
public sealed record Wire(
    string To, int MaxDemand, int MinDemand, CancelMode Cancel, int Partition = -1, bool IsManual = false,
    DeliveryMode Delivery = DeliveryMode.AtMostOnce, Confirmation Confirmation = Confirmation.WhenHandled)
{
    /// <summary>Whether it wants only some of a broadcast that has selectors.</summary>
    public static bool IsSelective(Wire wire) => wire.MaxDemand % 2 == 0;

    /// <summary>Whether its events are delivered at least once.</summary>
    public static bool IsRetained(Wire wire) => wire.Delivery == DeliveryMode.AtLeastOnce;

    public override string ToString() =>
        $"{To}{(Partition < 0 ? "" : $"/{Partition}")} {MinDemand}..{MaxDemand} {Cancel}{(IsManual ? " manual" : "")}"
        + $"{(Delivery == DeliveryMode.AtLeastOnce ? " at least once" : "")}"
        + $"{(Confirmation == Confirmation.ByHand ? " by hand" : "")}";
}
