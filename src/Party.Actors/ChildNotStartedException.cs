using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>A supervisor has not started a child that it was asked for.</summary>
public sealed class ChildNotStartedException(ChildRefusal refusal, string reason) : Exception(reason)
{
    /// <summary>Why.</summary>
    public ChildRefusal Refusal { get; } = refusal;
}
