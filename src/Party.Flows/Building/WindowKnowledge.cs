using Party.Flows.Windows;

namespace Party.Flows.Building;

/// <summary>What a reduction has to know of its window.</summary>
/// <param name="Accumulation">What becomes of the state of a window that has fired.</param>
/// <param name="Merges">Whether two windows may become one.</param>
internal sealed record WindowKnowledge(Accumulation Accumulation, bool Merges);
