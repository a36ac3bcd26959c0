namespace Party.Demand.Dispatching;

/// <summary>A message that waited behind events, all of which have been handed on now.</summary>
/// <param name="After">How many of the step's deliveries come before it.</param>
/// <param name="Message">The message.</param>
public readonly record struct ReleasedInfo(int After, object Message);
