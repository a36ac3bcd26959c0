namespace Party.Flows.Reducing;

/// <summary>How events become a state.</summary>
/// <param name="Name">The operator, as it is called in code.</param>
/// <param name="Seed">Makes the state of an empty window.</param>
/// <param name="Combine">Makes one state of two; null where nobody has said how.</param>
internal sealed record Reducer<TState>(string Name, Func<TState> Seed, Func<TState, TState, TState>? Combine = null)
{
    /// <summary>The state of an empty window.</summary>
    /// <exception cref="FlowException">The user's function failed.</exception>
    public TState Begin()
    {
        try
        {
            return Seed();
        }
        catch (Exception error)
        {
            throw FlowException.Without(Name, "whose first state could not be made", error);
        }
    }

    /// <summary>One state of two.</summary>
    /// <exception cref="FlowException">The user's function failed, or there is none.</exception>
    public TState Merge(TState one, TState other)
    {
        try
        {
            return Combine is null ? throw NoCombine() : Combine(one, other);
        }
        catch (Exception error)
        {
            throw FlowException.Without(Name, "which had to combine two states", error);
        }
    }

    private InvalidOperationException NoCombine() => new(
        $"Expected {Name} to be told how to combine two states, since two windows became one; got no such function.");
}
