using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>A run of events owed to one subscription.</summary>
/// <param name="To">Whose demand it meets.</param>
/// <param name="First">The sequence number of its first event.</param>
/// <param name="Events">The events, in an array that goes with them: whoever takes the delivery owns it.</param>
public readonly record struct Delivery<TEvent>(Subscription To, long First, ArraySegment<TEvent> Events)
{
    /// <summary>
    /// Whom the array is given back to once the events were handled; null where it is never used again.
    /// </summary>
    public ArrayOwner<TEvent>? Owner { get; init; }

    /// <summary>Whether others may have the same array, so that nobody may write to it.</summary>
    public bool IsShared => Owner is not EventArrays<TEvent>;

    /// <summary>What all of the events were made of; null where nobody wants to know.</summary>
    public Origin? Origin { get; init; }

    /// <summary>
    /// How often these events have been handed on now: 1, or more where others were sent them and did not confirm.
    /// </summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether an event belongs into the same delivery, behind its last.</summary>
    internal bool IsContinuedBy(Subscription to, long number, Origin? origin, int attempt) =>
        To == to && First + Events.Count == number && Origin == origin && Attempt == attempt && !IsShared;
}
