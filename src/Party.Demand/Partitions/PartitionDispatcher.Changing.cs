using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Moving;

namespace Party.Demand.Partitions;

/// <content>Other partitions, and another map to them, while events flow.</content>
public sealed partial class PartitionDispatcher<TEvent> : IChangingPartitions<TEvent>
{
    private bool _hasOwnSelector;
    private RemovedPartitions _removed;

    bool IChangingPartitions<TEvent>.IsChanging => _placer.Moves is not null;

    long IChangingPartitions<TEvent>.Now
    {
        set => _placer.Now = value;
    }

    IReadOnlyCollection<int> IChangingPartitions<TEvent>.Standing => _placer.Moves?.Standing ?? [];

    private IEnumerable<MovedEvents<TEvent>> Moving => _placer.Moves?.Queues ?? [];

    /// <summary>Whether a partition is no more.</summary>
    /// <param name="seat">The index that it had.</param>
    public bool IsRemoved(int seat) => _table.IsRemoved(seat);

    bool IChangingPartitions<TEvent>.IsStanding(int seat) => _placer.Moves?.IsStanding(seat) == true;

    IReadOnlyList<int> IChangingPartitions<TEvent>.RemovedBy(PartitionChange<TEvent> change) =>
        [.. _table.RemovedBy(change.Partitions)];

    string? IChangingPartitions<TEvent>.Refuse(PartitionChange<TEvent> change)
    {
        var names = change.Partitions;
        if (!names.IsLike(InForce))
        {
            return $"Expected partitions like {InForce}, got {names}. Numbers stay numbers, and names stay names.";
        }

        if (change.Selector is null && _hasOwnSelector)
        {
            return $"Expected a selector for partitions {names}, got none. The one in force is not the default, and "
                + "does not know them. Give the change a selector.";
        }

        if (change.Selector is null)
        {
            try
            {
                PartitionDispatcherOptions<TEvent>.SelectorFor(names);
            }
            catch (ArgumentException error)
            {
                return error.Message;
            }
        }

        if (change.Selector?.Refuse(names) is { } unsuited)
        {
            return unsuited;
        }

        if (_options.DefaultPartition is { } name && names.IndexOf(name) < 0)
        {
            return $"Expected the default partition {name} to stay, got {names}. Keep it.";
        }

        var parked = change.Removed == RemovedPartitions.Refuse
            ? _table.RemovedBy(names).FirstOrDefault(seat => ParkedIn(seat) > 0, -1)
            : -1;
        return parked < 0
            ? null
            : $"Expected partition {Partitions[parked]} to be empty, got {ParkedIn(parked)} parked events. "
            + "Set Removed to drain or move them, or wait.";
    }

    Dispatch<TEvent> IChangingPartitions<TEvent>.Begin(PartitionChange<TEvent> change)
    {
        // Made first, since it may fail.
        var selector = change.Selector ?? PartitionDispatcherOptions<TEvent>.SelectorFor(change.Partitions);
        _step.Begin();
        var before = Enumerable.Range(0, _lanes.Count).Where(seat => !_table.IsRemoved(seat)).ToList();
        _table.Change(change.Partitions);
        _removed = change.Removed;
        _hasOwnSelector |= change.Selector is not null;
        _lanes.Grow(_table.All.Count);
        _upstream.Grow(_table.All.Count);
        _placer.Grow(_table.All.Count);
        Keyed?.Grow(_table.All.Count);
        _placer.Moves = new(_placer.Selector, before);
        _placer.Selector = _table.Seat(selector);
        _placer.Unstick();
        foreach (var seat in before)
        {
            _lanes.Mark(seat);
        }

        PlaceHeld();
        return End();
    }

    int IChangingPartitions<TEvent>.BeforeIn(int seat) => _lanes.All[seat].Before;

    bool IChangingPartitions<TEvent>.TryTakeCrossed(out int seat) => _lanes.Crossed.TryDequeue(out seat);

    Dispatch<TEvent> IChangingPartitions<TEvent>.Forsake(int seat, Action<Func<TEvent, int>> rehome)
    {
        _step.Begin();
        var infos = new List<WaitingInfo>();
        var moved = _lanes.TakeMoved(seat, SeatOf, _step, infos);
        foreach (var (to, events) in moved)
        {
            var queue = _placer.Moves!.AddBefore(seat, to, events, _placer.Now);
            foreach (var info in infos)
            {
                queue.Inform(info.Wait());
            }
        }

        _upstream.Dropped(seat, _placer.TakeWasted());

        // What came back has consumed demand that is gone with whoever had it.
        rehome(SeatOf);
        _placer.TakeWasted();
        return End();
    }

    Dispatch<TEvent> IChangingPartitions<TEvent>.Pass(int seat, bool isDiscarded, out PassedBarrier passed)
    {
        _step.Begin();
        var moves = _placer.Moves!;
        var count = 0;
        var since = _placer.Now;
        foreach (var queue in moves.Fell(seat))
        {
            count += queue.Count;
            since = Math.Min(since, queue.Since);
            if (isDiscarded)
            {
                Discarded.Add(DiscardCause.MoveTimedOut, queue.Count);
                _upstream.Dropped(queue.To, queue.Count);
                _lanes.Discard(queue);
            }

            _lanes.Feed(queue, _step, _upstream);
        }

        passed = new(count, since);
        if (moves.Standing.Count == 0)
        {
            _placer.Moves = null;
        }

        PlaceHeld();
        return End();
    }

    /// <summary>
    /// Events that wait for one partition's consumers, wherever they count: those from other partitions are among them.
    /// </summary>
    public int WaitingFor(int partition)
    {
        ref readonly var lane = ref _lanes.All[partition];
        var moving = Moving.Where(queue => queue.To == partition).Concat(lane.Sources ?? []);
        return (lane.Shelf?.Count ?? lane.Park.Count) + moving.Sum(static queue => queue.Count);
    }

    private int SeatOf(TEvent item) => _placer.SeatOf(item, _step);

    private void EnterMoved()
    {
        foreach (var seat in _placer.Moved)
        {
            _lanes.All[seat].Placed++;
            _lanes.Note(seat);
            _upstream.Placed(seat, 1);
        }

        _placer.Moved.Clear();
    }
}
