namespace Akka.Actor;

/// <summary>A behaviour: answers whether it handled the message.</summary>
public delegate bool Receive(object message);
