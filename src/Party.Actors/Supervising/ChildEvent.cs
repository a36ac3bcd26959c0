using Party.Demand.Subscriptions;

namespace Party.Actors.Supervising;

/// <summary>The event that a child was started for.</summary>
/// <param name="Id">The subscription that it came by.</param>
/// <param name="Number">Its sequence number there.</param>
/// <param name="Item">The event.</param>
internal sealed record ChildEvent<TEvent>(SubscriptionId Id, long Number, TEvent Item)
{
    /// <summary>For logs: the event, its number and its subscription.</summary>
    public override string ToString() => $"event \"{Item}\", number {Number} of {Id}";
}
