namespace Akka.Actor.Cells;

/// <summary>The timers of one instance of an actor. Belongs to the actor's own thread.</summary>
internal sealed class CellTimers(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, Timer> _timers = [];

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) =>
        StartSingleTimer(key, msg, timeout, ActorRefs.NoSender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef? sender)
    {
        var message = new TimerMessage(this, key, msg, isLast: true);
        Start(message, cell.System.Scheduler.ScheduleTellOnceCancelable(timeout, cell.Self, message, sender));
    }

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef? sender) =>
        StartPeriodicTimer(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, initialDelay, interval, ActorRefs.NoSender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef? sender)
    {
        var message = new TimerMessage(this, key, msg, isLast: false);
        Start(
            message,
            cell.System.Scheduler.ScheduleTellRepeatedlyCancelable(initialDelay, interval, cell.Self, message, sender));
    }

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_timers.Remove(key, out var timer))
        {
            timer.Cancelable.Cancel();
        }
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Cancelable.Cancel();
        }

        _timers.Clear();
    }

    /// <summary>Whether a message that has arrived is of a timer that is still the one of its key.</summary>
    public bool Accept(TimerMessage message)
    {
        if (!_timers.TryGetValue(message.Key, out var timer) || timer.Message != message)
        {
            return false;
        }

        if (message.IsLast)
        {
            _timers.Remove(message.Key);
        }

        return true;
    }

    private void Start(TimerMessage message, ICancelable cancelable)
    {
        Cancel(message.Key);
        _timers[message.Key] = new(message, cancelable);
    }

    // A timer is known by the message it sends: every start makes another one.
    private readonly record struct Timer(TimerMessage Message, ICancelable Cancelable);
}
