namespace Party.Flows.Windows;

/// <summary>A trigger that looks at the events of a window.</summary>
internal abstract class TriggerRule<T>(Trigger trigger)
{
    /// <summary>What the firings are called.</summary>
    public Trigger Trigger { get; } = trigger;

    /// <summary>Its beginning in a window that opens.</summary>
    public abstract TriggerState<T> Begin();
}
