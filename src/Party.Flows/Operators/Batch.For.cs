namespace Party.Flows.Operators;

/// <summary>What goes wrong with a batch of any type.</summary>
internal static class Batch
{
    /// <summary>A user's function returned nothing to go through.</summary>
    public static InvalidOperationException NoSequence() =>
        new("Expected a sequence of events, got null. Return an empty one where there are none.");
}
