namespace Akka.Actor;

/// <summary>An actor with timers of its own.</summary>
public interface IWithTimers
{
    /// <summary>Set by the runtime after construction, before PreStart.</summary>
    ITimerScheduler Timers { get; set; }
}
