namespace Party.Flows.Reducing;

/// <summary>What a reduction has come to in one window.</summary>
internal sealed class StateBox<TState>(TState state)
{
    /// <summary>The state.</summary>
    public TState State = state;
}
