namespace Akka.Actor;

/// <summary>Runs actions later. One that throws is logged, and not repeated.</summary>
public interface IActionScheduler : IRunnableScheduler
{
    /// <summary>Runs the action after a delay, which may be zero.</summary>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Runs the action after a delay, unless it was cancelled by then.</summary>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs the action after a delay, and again after every interval.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);

    /// <summary>Runs the action after a delay, and again after every interval, until it is cancelled.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);
}
