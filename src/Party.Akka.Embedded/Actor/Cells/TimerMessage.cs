namespace Akka.Actor.Cells;

/// <summary>What a timer sends to its actor, with the message that the actor is to see.</summary>
internal sealed class TimerMessage(CellTimers owner, object key, object message, bool isLast)
    : INoSerializationVerificationNeeded
{
    public CellTimers Owner => owner;

    public object Key => key;

    public object Message => message;

    public bool IsLast => isLast;
}
