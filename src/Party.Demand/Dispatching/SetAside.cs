namespace Party.Demand.Dispatching;

/// <summary>An event that could not be placed, and why.</summary>
/// <param name="Item">The event.</param>
/// <param name="Cause">What it counts as.</param>
/// <param name="Reason">A sentence for the log.</param>
/// <param name="Error">What the selector threw, if it did.</param>
public readonly record struct SetAside<TEvent>(TEvent Item, DiscardCause Cause, string Reason, Exception? Error);
