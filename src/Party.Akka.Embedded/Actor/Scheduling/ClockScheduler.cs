using Akka.Actor.Hosting;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Scheduling;

/// <summary>The runtime's scheduler: a heap of what is due, and one timer for the next of it.</summary>
/// <remarks>
/// Nothing happens before its time by the provider's own timestamps. What is due runs on the timer's thread, in order.
/// </remarks>
internal sealed class ClockScheduler : IScheduler, IAdvancedScheduler, IDisposable
{
    // Adding to it overflows nothing.
    private static readonly TimeSpan Longest = TimeSpan.MaxValue / 2;

    private readonly Lock _lock = new();
    private readonly TimerHeap _heap;
    private readonly TimeProvider _clock;
    private readonly ILoggingAdapter _log;
    private readonly ITimer _timer;
    private readonly long _start;
    private bool _isDisposed;

    // Whether a thread is running what is due; it sets the timer when it has finished.
    private bool _isRunning;

    public ClockScheduler(RuntimeParts parts, ILoggingAdapter log)
    {
        var clock = parts.Clock;
        _clock = clock;
        _heap = new(parts.TimerOrder);
        _log = log;
        _start = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IAdvancedScheduler Advanced => this;

    public DateTimeOffset Now => _clock.GetUtcNow();

    public TimeSpan MonotonicClock => _clock.GetElapsedTime(_start);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(new ScheduledTell(DueAfter(delay), null, cancelable, receiver, message, sender));

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef? sender,
        ICancelable? cancelable) =>
        Add(new ScheduledTell(DueAfter(initialDelay), Valid(interval), cancelable, receiver, message, sender));

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Add(new ScheduledAction(DueAfter(delay), null, cancelable, action));

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(new ScheduledAction(DueAfter(initialDelay), Valid(interval), cancelable, action));

    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action.Run, null);

    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        ScheduleOnce(delay, action.Run, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        ScheduleRepeatedly(initialDelay, interval, action.Run, null);

    public void ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, action.Run, cancelable);

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _heap.Clear();
        }

        _timer.Dispose();
    }

    private TimeSpan DueAfter(TimeSpan delay) => delay >= TimeSpan.Zero
        ? MonotonicClock + (delay < Longest ? delay : Longest)
        : throw new ArgumentOutOfRangeException(
            nameof(delay), delay, $"Expected a delay of zero or more, got {delay}. Nothing was scheduled.");

    private static TimeSpan Valid(TimeSpan interval) => interval > TimeSpan.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(
            nameof(interval),
            interval,
            $"Expected an interval longer than zero, got {interval}. Nothing was scheduled.");

    private void Add(ScheduledItem item)
    {
        // Outside of the lock: a token that is cancelled by now calls back at once.
        item.Registration = item.Cancelable?.Token.UnsafeRegister(_ => Remove(item), null) ?? default;
        lock (_lock)
        {
            if (_isDisposed)
            {
                throw new SchedulerException("Cannot schedule anything: the system of this scheduler has terminated.");
            }

            if (item.IsCancelled)
            {
                return;
            }

            _heap.Add(item);
            if (_heap.Next == item)
            {
                SetTimer();
            }
        }
    }

    private void Remove(ScheduledItem item)
    {
        lock (_lock)
        {
            _heap.Remove(item);
        }
    }

    private void RunDue()
    {
        lock (_lock)
        {
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        while (TakeDue() is { } item)
        {
            Run(item);
        }
    }

    private ScheduledItem? TakeDue()
    {
        lock (_lock)
        {
            if (!_isDisposed && _heap.Next is { } next && next.Due <= MonotonicClock)
            {
                _heap.Remove(next);
                return next;
            }

            _isRunning = false;
            SetTimer();
            return null;
        }
    }

    private void Run(ScheduledItem item)
    {
        try
        {
            if (!item.IsCancelled)
            {
                item.Run();
            }

            Repeat(item);
        }
        catch (Exception error)
        {
            item.Registration.Unregister();
            var consequence = item.Interval is null ? "." : ", which is not repeated.";
            _log.Error(error, "Error while executing scheduled task{0}", consequence);
        }
    }

    private void Repeat(ScheduledItem item)
    {
        if (item.Interval is not { } interval)
        {
            item.Registration.Unregister();
            return;
        }

        lock (_lock)
        {
            if (!_isDisposed && !item.IsCancelled)
            {
                item.Due += interval;
                _heap.Add(item);
            }
        }
    }

    // Timers count in whole milliseconds: rounding up keeps them from firing just before the time.
    private void SetTimer()
    {
        if (_isRunning || _isDisposed || _heap.Next is not { } next)
        {
            return;
        }

        var wait = next.Due - MonotonicClock;
        var milliseconds = Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 0, uint.MaxValue - 2);
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
