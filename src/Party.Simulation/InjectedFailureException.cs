namespace Party.Simulation;

/// <summary>What a simulated fault throws in an actor, unless the scenario says otherwise.</summary>
public sealed class InjectedFailureException : Exception
{
    /// <summary>A failure with a text that says where it comes from.</summary>
    public InjectedFailureException(string message)
        : base(message)
    {
    }
}
