namespace Akka.Actor;

/// <summary>A behaviour that is taken to handle every message.</summary>
public delegate void UntypedReceive(object message);
