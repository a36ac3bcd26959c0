namespace Akka.Actor.Scheduling;

/// <summary>Something to do at a moment, and perhaps again.</summary>
internal abstract class ScheduledItem(TimeSpan due, TimeSpan? interval, ICancelable? cancelable)
{
    /// <summary>By the scheduler's monotonic clock.</summary>
    public TimeSpan Due { get; set; } = due;

    /// <summary>Null for what happens once.</summary>
    public TimeSpan? Interval => interval;

    public ICancelable? Cancelable => cancelable;

    public bool IsCancelled => cancelable is { IsCancellationRequested: true };

    /// <summary>The index in the heap; -1 outside of it.</summary>
    public int Place { get; set; } = -1;

    public long Sequence { get; set; }

    /// <summary>Takes the item out of the heap as soon as it is called off.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    public bool IsBefore(ScheduledItem other) => Due == other.Due ? Sequence < other.Sequence : Due < other.Due;

    public abstract void Run();
}
