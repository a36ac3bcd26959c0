namespace Party.Conformance.Flows.Models;

/// <summary>An operation is not allowed where it stands; the message is the name of the operator.</summary>
public sealed class FlowRefusedException(string name) : Exception(name);
