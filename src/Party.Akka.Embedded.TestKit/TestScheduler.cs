using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>A scheduler on virtual time, which stands still until the test advances it.</summary>
/// <remarks>
/// What falls due in one step runs on the advancing thread, earlier before later, and first scheduled before later
/// scheduled. Something repeated runs once per step, however large, and next an interval after the step's end; what is
/// scheduled meanwhile waits for a further step. Configure it as <c>akka.scheduler.implementation</c>, or take
/// <see cref="Configs.TestConfigs.TestSchedulerConfig"/>.
/// </remarks>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Entry, (DateTimeOffset Due, long Number)> _entries = new();
    private readonly DateTimeOffset _start = TimeProvider.System.GetUtcNow();
    private long _scheduled;

    /// <summary>Called by the system, which passes its configuration and its logger; neither is used.</summary>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log) => TimeNow = _start;

    /// <summary>The same scheduler, for actions.</summary>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The virtual time; it starts at the real one.</summary>
    public DateTimeOffset Now => TimeNow;

    /// <summary>The virtual time since the scheduler was made.</summary>
    public TimeSpan MonotonicClock => TimeNow - _start;

    /// <summary>The same as <see cref="MonotonicClock"/>: virtual time is exact.</summary>
    public TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <summary>The virtual time.</summary>
    protected DateTimeOffset TimeNow { get; private set; }

    /// <summary>Moves the time forward and runs what falls due.</summary>
    /// <exception cref="InvalidOperationException">The offset is negative.</exception>
    public void Advance(TimeSpan offset) => AdvanceTo(TimeNow + offset);

    /// <summary>Moves the time forward to an instant and runs what falls due.</summary>
    /// <exception cref="InvalidOperationException">The instant has passed.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < TimeNow)
        {
            throw new InvalidOperationException($"Cannot go back to {when:O}: it is {TimeNow:O}. Nothing has run.");
        }

        TimeNow = when;
        var before = Volatile.Read(ref _scheduled);
        while (TryTake(before, out var entry))
        {
            if (entry.Cancelable is { IsCancellationRequested: true })
            {
                continue;
            }

            entry.Action();
            if (entry.Interval is { } interval)
            {
                Add(interval, entry);
            }
        }
    }

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    /// <inheritdoc/>
    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleOnce(delay, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef? sender,
        ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Add(delay, new Entry(action, null, cancelable));

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(initialDelay, new Entry(action, interval, cancelable));

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action.Run, null);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        ScheduleOnce(delay, action.Run, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        ScheduleRepeatedly(initialDelay, interval, action.Run, null);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        ScheduleRepeatedly(initialDelay, interval, action.Run, cancelable);

    private void Add(TimeSpan delay, Entry entry)
    {
        var due = delay > TimeSpan.Zero ? TimeNow + delay : TimeNow;
        lock (_gate)
        {
            _entries.Enqueue(entry, (due, _scheduled++));
        }
    }

    // What was scheduled since the step began has a higher number, and is never due before what was there.
    private bool TryTake(long before, out Entry entry)
    {
        lock (_gate)
        {
            return _entries.TryPeek(out entry, out var place)
                && place.Due <= TimeNow
                && place.Number < before
                && _entries.TryDequeue(out entry, out _);
        }
    }

    private readonly record struct Entry(Action Action, TimeSpan? Interval, ICancelable? Cancelable);
}
