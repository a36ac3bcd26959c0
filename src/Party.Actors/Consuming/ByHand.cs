using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>Refuses confirmation by hand where no code could confirm.</summary>
internal static class ByHand
{
    /// <summary>Refuses a subscription that is to be confirmed by hand.</summary>
    /// <param name="to">The subscription.</param>
    /// <param name="stage">What kind of stage it is.</param>
    /// <param name="instead">When its events are confirmed, and what to do.</param>
    /// <exception cref="ArgumentException">It is.</exception>
    public static void Refuse(SubscribeTo to, string stage, string instead)
    {
        if (to.Options.Confirmation == Confirmation.ByHand)
        {
            throw new ArgumentException($"Expected confirmation when-handled for {stage}, got by-hand. {instead}");
        }
    }
}
