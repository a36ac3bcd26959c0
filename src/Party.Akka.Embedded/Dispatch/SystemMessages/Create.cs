namespace Akka.Dispatch.SystemMessages;

/// <summary>Make the first instance of the actor and start it. Always the first message of a mailbox.</summary>
internal sealed class Create : SystemMessage;
