using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Reads <see cref="SubscriptionOptions"/>.</summary>
internal static class SubscriptionSection
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public static SubscriptionOptions Read(HoconReader reader)
    {
        var max = Math.Max(1, reader["max-demand"].ReadInt(min: 1));
        var min = reader["min-demand"].ReadIntOr("half", min: 0, max: max - 1);
        return new()
        {
            Delivery = reader["delivery"].ReadChoice<DeliveryMode>(),
            Confirmation = ReadConfirmation(reader["confirmation"], reader["delivery"]),
            MaxDemand = max,
            MinDemand = min is { } given ? Math.Max(0, given) : null,
            Cancel = reader["cancel"].ReadChoice<CancelMode>(),
            Partition = reader["partition"].ReadTextOrNone(),
            Selector = reader["selector"].ReadTextOrNone(),
            BatchBudget = Budget(reader["batch-budget"].ReadDuration(Shortest, allowInfinite: true)),
            Resubscribe = ResubscriptionSection.Read(reader["resubscribe"]),
        };
    }

    // A wrong one was told already.
    private static TimeSpan Budget(TimeSpan given) => given == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : given;

    // Wrong words were told already, and are no contradiction besides.
    private static Confirmation ReadConfirmation(HoconSetting confirmation, HoconSetting delivery)
    {
        var when = confirmation.ReadChoice<Confirmation>();
        if (when == Confirmation.ByHand && delivery.Says("at-most-once"))
        {
            confirmation.Report(
                "Expected when-handled where delivery is at-most-once, got by-hand. Nothing is confirmed there. Set "
                + "delivery to at-least-once, or leave confirmation as it is.");
        }

        return when;
    }
}
