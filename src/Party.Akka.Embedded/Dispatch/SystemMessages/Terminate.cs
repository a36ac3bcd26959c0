namespace Akka.Dispatch.SystemMessages;

/// <summary>Stop the children, then the actor itself.</summary>
internal sealed class Terminate : SystemMessage;
