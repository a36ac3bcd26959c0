namespace Party.Conformance.Stages.Models;

/// <summary>A process ends itself; the message is the reason, by kind.</summary>
public sealed class StageExitException(string reason, bool isLogged = true) : Exception(reason)
{
    /// <summary>Whether its last callback is called.</summary>
    public bool IsLogged => isLogged;
}
