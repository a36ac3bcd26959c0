using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Building;

/// <summary>Puts the events of a layer into windows.</summary>
internal static class WindowedLayers
{
    /// <summary>What follows works window by window.</summary>
    /// <param name="layer">Where the events are.</param>
    /// <param name="window">The window.</param>
    /// <param name="name">The operator, as it is called in code.</param>
    public static Layer<TEvent> In<TEvent>(this Layer<TEvent> layer, Window<TEvent> window, string name)
    {
        var section = layer.Shape.Section + 1;
        return layer.Then<TEvent>(
            layer.Shape.Then(window.Text) with
            {
                Section = section,
                Window = new(window.Accumulation, window.MergesWindows),
                Stateful = layer.Shape.Stateful ?? name,
            },
            (scope, following) => new WindowOperator<TEvent>(window, scope.Cell(section), scope, following));
    }
}
