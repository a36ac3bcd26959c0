namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="StartChild"/>: there is no such child.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="Reason">The same for a person.</param>
public sealed record ChildNotStarted(ChildRefusal Refusal, string Reason);
