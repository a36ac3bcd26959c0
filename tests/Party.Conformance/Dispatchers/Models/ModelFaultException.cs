namespace Party.Conformance.Dispatchers.Models;

/// <summary>Where GenStage raises; the message is the program's own, if a function of the program raised.</summary>
public sealed class ModelFaultException(string message) : Exception(message);
