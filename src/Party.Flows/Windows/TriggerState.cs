namespace Party.Flows.Windows;

/// <summary>How far a trigger is in one window.</summary>
internal abstract class TriggerState<T>
{
    /// <summary>How many of these events come up to the next firing, or 0 if it doesn't fire among them.</summary>
    /// <remarks>Those that are counted are over: the next call gets what follows them.</remarks>
    public abstract int Advance(ReadOnlySpan<T> events);
}
