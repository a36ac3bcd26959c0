namespace Akka.Actor;

/// <summary>Timers of one actor, by key. They end with the instance that started them.</summary>
/// <remarks>
/// A timer started under a key that is in use replaces the older one. After that, and after <see cref="Cancel"/>, not
/// even a message of the older one that lies in the mailbox is delivered.
/// </remarks>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that will fire (again).</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends the message to the actor once.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>Sends the message to the actor once, in the name of <paramref name="sender"/>.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender);

    /// <summary>Sends the message to the actor at every interval.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Sends the message to the actor at every interval, in the name of <paramref name="sender"/>.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender);

    /// <summary>Sends the message to the actor after a first delay, then at every interval.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>Sends after a first delay, then at every interval, as <paramref name="sender"/>.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender);

    /// <summary>Whether the timer will fire (again).</summary>
    bool IsTimerActive(object key);

    /// <summary>Ends the timer, if it is active.</summary>
    void Cancel(object key);

    /// <summary>Ends all timers.</summary>
    void CancelAll();
}
