using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>A window's state, and its end, go to the stage that merges them.</summary>
internal sealed class PartRule<TState> : EmitRule<TState, Part<TState>>
{
    /// <inheritdoc/>
    public override TState Fire(TState state, in Firing firing, Batch<Part<TState>> output)
    {
        output.Add(new(firing.Window, firing.Stage, IsOver: false, state));
        return state;
    }

    /// <inheritdoc/>
    public override void Close(OpenWindow window, int stage, Batch<Part<TState>> output) =>
        output.Add(new(window, stage, IsOver: true, default!));
}
