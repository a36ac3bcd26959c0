using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>A run of events owed to one subscription.</summary>
/// <param name="To">Whose demand it meets.</param>
/// <param name="First">The sequence number of its first event.</param>
/// <param name="Events">The events, in an array that goes with them: whoever takes the delivery owns it.</param>
public readonly record struct Delivery<TEvent>(Subscription To, long First, ArraySegment<TEvent> Events)
{
    /// <summary>Whether others get the same array, so that nobody owns it or may use it again.</summary>
    public bool IsShared { get; init; }

    /// <summary>What all of the events were made of; null where nobody wants to know.</summary>
    public Origin? Origin { get; init; }
}
