namespace Party.Conformance.Stages.Actors;

/// <summary>Party refuses a stage's options; the message is the kind of reason.</summary>
public sealed class StageNotStartedException(string reason) : Exception(reason);
