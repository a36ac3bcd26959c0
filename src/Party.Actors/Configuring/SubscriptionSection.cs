using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Reads <see cref="SubscriptionOptions"/>.</summary>
internal static class SubscriptionSection
{
    public static SubscriptionOptions Read(HoconReader reader)
    {
        var max = Math.Max(1, reader["max-demand"].ReadInt(min: 1));
        var min = reader["min-demand"].ReadIntOr("half", min: 0, max: max - 1);
        return new()
        {
            MaxDemand = max,
            MinDemand = min is { } given ? Math.Max(0, given) : null,
            Cancel = reader["cancel"].ReadChoice<CancelMode>(),
            Partition = reader["partition"].ReadTextOrNone(),
            Selector = reader["selector"].ReadTextOrNone(),
        };
    }
}
