namespace Party.Flows.Windows;

/// <summary>A window of a stage while it is open: what its ledger keeps for it.</summary>
internal class OpenPane<T>(Pane pane, TriggerState<T>? trigger)
{
    public Pane Pane { get; } = pane;

    /// <summary>How far the trigger is that looks at its events; null if there is none.</summary>
    public TriggerState<T>? Trigger { get; } = trigger;

    /// <summary>Whether it has ever fired: a window that has not fires at its end, whatever came.</summary>
    public bool HasFired { get; set; }
}
