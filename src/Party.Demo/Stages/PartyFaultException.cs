namespace Party.Demo.Stages;

/// <summary>A consumer failed on purpose.</summary>
internal sealed class PartyFaultException(string message) : Exception(message);
