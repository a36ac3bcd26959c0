using Party.Demand.Watching;

namespace Party.Actors.Producing;

/// <content>Snapshots, for those who watch.</content>
internal sealed partial class ProducerSide<TEvent>
{
    private readonly Reminder _snapshot = new(context, "snapshot");

    // Null while nobody watches, so that a step then costs no more than to see that.
    private List<StageWatch>? _watches;
    private bool _isSnapshotDue;

    /// <summary>
    /// The stage has handled a message, and did not fail: a request is given back; where somebody watches, a snapshot
    /// is due.
    /// </summary>
    public void Handled(object message)
    {
        if (_met is { } met)
        {
            _met = null;
            if (ReferenceEquals(met, message))
            {
                met.GiveBack();
            }
        }

        if (_watches is not null && message != _snapshot && message is not BeginWatch)
        {
            ScheduleSnapshot();
        }
    }

    private void On(BeginWatch begin)
    {
        (_watches ??= []).Add(begin.Watch);
        Publish();
    }

    // A stage that was at work may have come to rest since: the next snapshot says why.
    private void PublishDue()
    {
        _isSnapshotDue = false;
        if (Publish() is { Idle.Kind: IdleKind.AtWork } or { Rate: > 0 })
        {
            ScheduleSnapshot();
        }
    }

    private void ScheduleSnapshot()
    {
        if (!_isSnapshotDue)
        {
            _isSnapshotDue = true;
            _snapshot.PostIn(options.SnapshotInterval);
        }
    }

    private StageSnapshot? Publish(bool hasStopped = false)
    {
        _watches?.RemoveAll(static watch => watch.IsOver);
        if (_watches is not { Count: > 0 } watches)
        {
            _watches = null;
            Ledger.LookAway();
            return null;
        }

        var snapshot = Ledger.Look(context.System.Scheduler.Now);
        snapshot = snapshot with { Idle = hasStopped ? new(IdleKind.Stopped) : Name(snapshot.Idle) };
        foreach (var watch in watches)
        {
            watch.Publish(snapshot);
        }

        return snapshot;
    }

    private IdleReason Name(IdleReason idle) =>
        idle.Kind == IdleKind.Events ? idle with { From = _handler?.Upstream } : idle;
}
