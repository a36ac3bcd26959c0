using System.Collections.Immutable;

namespace Party.Flows.Building;

/// <summary>What is known of a layer while it is being described.</summary>
internal sealed record Shape(FlowOptions Options)
{
    /// <summary>What its stages do, one step after another, as they are called in code.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Whether the user has chosen which stage an event goes to.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>Whether an operator looks at whole batches.</summary>
    public bool KeepsBatches { get; init; }

    /// <summary>Which window the next operator works in, among those of the stage.</summary>
    public int Section { get; init; }

    /// <summary>What a reduction has to know of that window; null where it is the global one.</summary>
    public WindowKnowledge? Window { get; init; }

    /// <summary>The operator that emits what a window has come to; null where none does yet.</summary>
    public string? Reduced { get; init; }

    /// <summary>The first operator that keeps something from one batch to the next; null where none does.</summary>
    public string? Stateful { get; init; }

    /// <summary>Adds a step.</summary>
    public Shape Then(string step) => this with { Steps = Steps.Add(step) };

    /// <summary>Makes sure that two states can become one where two windows may.</summary>
    /// <exception cref="InvalidOperationException">They can't.</exception>
    public void Check(string name, bool combines)
    {
        if (Window is { Merges: true } && !combines)
        {
            throw new InvalidOperationException(
                $"Expected {name} on sessions to be told how to combine two states, since an event between two sessions "
                + "makes them one; got no such function. Give it one, or use windows of another kind.");
        }
    }
}
