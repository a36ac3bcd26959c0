using Party.Flows.Windows;

namespace Party.Flows.Building;

/// <summary>What a reduction has to know of its window.</summary>
/// <param name="Accumulation">What becomes of the state of a window that has fired.</param>
/// <param name="Merges">Whether two windows may become one.</param>
internal sealed record WindowKnowledge(Accumulation Accumulation, bool Merges)
{
    /// <summary>Makes sure that two states can become one where two windows may.</summary>
    /// <exception cref="InvalidOperationException">They can't.</exception>
    public void Check(string name, bool combines)
    {
        if (Merges && !combines)
        {
            throw new InvalidOperationException(
                $"Expected {name} on sessions to be told how to combine two states, since an event between two sessions "
                + "makes them one; got no such function. Give it one, or use windows of another kind.");
        }
    }
}
