namespace Party.Conformance.Stages.Models;

/// <summary>A process ends itself; the message is the reason, by kind.</summary>
public sealed class StageExitException(string reason, bool isLogged = true) : Exception(reason)
{
    /// <summary>Whether it fails, rather than saying that it stops.</summary>
    public bool IsFailure { get; init; } =
        reason is "killed" or "bad_return_value" || reason.StartsWith("exception", StringComparison.Ordinal);

    /// <summary>Whether its last callback is called.</summary>
    public bool IsLogged => isLogged;
}
