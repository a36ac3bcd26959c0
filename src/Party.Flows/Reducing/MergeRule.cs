using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>How the states of several stages become one event.</summary>
/// <param name="Name">The operator, as it is called in code.</param>
/// <param name="Seed">Makes the result of a window in which there is nothing yet.</param>
/// <param name="Merge">Adds a part to it.</param>
/// <param name="Done">What is emitted of it.</param>
internal sealed record MergeRule<TState, TMerged, TOut>(
    string Name,
    Func<TMerged> Seed,
    Func<TMerged, Part<TState>, TMerged> Merge,
    Func<TMerged, OpenWindow, TOut> Done);
