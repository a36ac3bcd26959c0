namespace Akka.Actor.Scheduling;

/// <summary>An action to run.</summary>
internal sealed class ScheduledAction(TimeSpan due, TimeSpan? interval, ICancelable? cancelable, Action action)
    : ScheduledItem(due, interval, cancelable)
{
    public override void Run() => action();
}
