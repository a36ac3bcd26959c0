using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>What the window of one stage has come to, or that it is over.</summary>
/// <param name="Window">Which window.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="IsOver">Whether it is over; else there is a state.</param>
/// <param name="State">What it has come to.</param>
internal readonly record struct Part<TState>(OpenWindow Window, int Stage, bool IsOver, TState State);
