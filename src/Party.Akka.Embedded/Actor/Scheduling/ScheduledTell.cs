namespace Akka.Actor.Scheduling;

/// <summary>A message to send.</summary>
internal sealed class ScheduledTell(
    TimeSpan due, TimeSpan? interval, ICancelable? cancelable, ICanTell receiver, object message, IActorRef? sender)
    : ScheduledItem(due, interval, cancelable)
{
    public override void Run() => receiver.Tell(message, sender);
}
