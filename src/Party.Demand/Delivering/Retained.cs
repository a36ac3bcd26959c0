namespace Party.Demand.Delivering;

/// <summary>Events that were handed on and not confirmed, all of one origin and handed on equally often.</summary>
/// <param name="Age">Counts up with the events; older ones have lower numbers, and keep them.</param>
/// <param name="Events">The events, in an array that nobody writes to or gives back any more.</param>
/// <param name="Origin">What they were made of; null where nobody wants to know.</param>
/// <param name="Attempt">How often they have been handed on.</param>
internal readonly record struct Retained<TEvent>(
    long Age, ArraySegment<TEvent> Events, Origin? Origin, int Attempt)
{
    /// <summary>How many they are.</summary>
    public int Count => Events.Count;

    /// <summary>Some of them.</summary>
    public Retained<TEvent> Slice(int start, int count) =>
        this with { Age = Age + start, Events = Events.Slice(start, count) };
}
