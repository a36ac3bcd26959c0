using Party.Flows.Windows;

namespace Party.Flows;

/// <summary>A window fires in a stage: what it has come to is emitted.</summary>
/// <param name="Window">Which window.</param>
/// <param name="Trigger">What made it fire.</param>
/// <param name="Stage">In which stage, from 0.</param>
/// <param name="Stages">Of how many.</param>
public readonly record struct Firing(OpenWindow Window, Trigger Trigger, int Stage, int Stages);
