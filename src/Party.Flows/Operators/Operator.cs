namespace Party.Flows.Operators;

/// <summary>
/// A step of a computation inside one stage: takes events in batches, and hands on what it makes of them.
/// </summary>
/// <remarks>
/// It belongs to one stage and is called by that alone. The steps of a stage call each other directly; between two of
/// them nothing waits.
/// </remarks>
internal abstract class Operator<TIn>
{
    /// <summary>Takes the next events, in order. They are good until it returns.</summary>
    public abstract void Next(ReadOnlySpan<TIn> events);

    /// <summary>Nothing more comes: emits what it still has, and says so to the next.</summary>
    public abstract void End();
}
