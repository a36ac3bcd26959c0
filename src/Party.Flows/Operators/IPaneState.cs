using Party.Flows.Windows;

namespace Party.Flows.Operators;

/// <summary>An operator that keeps something for every window.</summary>
internal interface IPaneState
{
    /// <summary>A window fires: emits what it has come to.</summary>
    void Fire(Pane pane, in Firing firing);

    /// <summary>A window is over.</summary>
    void Close(Pane pane);

    /// <summary>Two windows have become one.</summary>
    void Merge(Pane into, Pane from);

    /// <summary>What is emitted event by event is kept until the window has fired, or no longer.</summary>
    void Hold(bool isHeld);
}
