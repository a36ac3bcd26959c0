using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Partitions;

namespace Party.Actors.Producing;

/// <content>What is changed about the partitions while events flow.</content>
internal sealed partial class ProducerSide<TEvent>
{
    // Who wants to know what became of a change, in the order of the changes; null where nobody does.
    private readonly Queue<IActorRef?> _changers = [];
    private PartitionChange<TEvent>? _underWay;
    private Reminder? _moveDeadline;

    // Whether there is anything to see to after a step, and a time to tell the ledger before it.
    private bool IsChanging => _changers.Count > 0;

    private long Now => context.System.Scheduler.MonotonicClock.Ticks;

    /// <summary>Changes the partitions, or the map to them, when the message at hand has been handled.</summary>
    /// <exception cref="ArgumentException">The change is refused.</exception>
    public void ChangePartitions(PartitionChange<TEvent> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (RefuseChange(change) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(change));
        }

        _changers.Enqueue(null);
        _ask.Post();
    }

    private void On(ChangePartitions message, IActorRef sender)
    {
        var refusal = message is ChangePartitions<TEvent> { Change: var change }
            ? RefuseChange(change)
            : $"Expected a change for events of type {typeof(TEvent)}, got one for {message.EventType}.";
        if (refusal is not null)
        {
            Refuse(sender, $"{refusal} Nothing was changed.");
            return;
        }

        _changers.Enqueue(sender);
        Advance();
    }

    private string? RefuseChange(PartitionChange<TEvent> change)
    {
        Ledger.Now = Now;
        return IsDraining
            ? "Expected a producer that goes on, got one that is draining."
            : Ledger.ChangePartitions(change);
    }

    // Subscriptions to partitions that are no more end when there is nothing left for them; and a change that waits for
    // another has its time from when it begins.
    private void GoOnChanging()
    {
        while (Ledger.TryTakeEnding(out var ending))
        {
            Let(((ConsumerLink)ending).Consumer, (ConsumerLink)ending, EndReason.Normal);
            Serve();
        }

        // What is delivered at least once is confirmed anyhow.
        while (Ledger.TryTakeAwaited(out var awaited, out var upTo))
        {
            if (awaited is ConsumerLink { IsRetained: false } link)
            {
                link.Consumer.Tell(new SayWhenHandled(link.Id, upTo), _self);
            }
        }

        while (Ledger.TryTakeReport(out var report))
        {
            var changer = _changers.Dequeue();
            if (report.Refusal is { } refusal)
            {
                Refuse(changer ?? ActorRefs.Nobody, $"{refusal} Nothing was changed.");
                continue;
            }

            _log.Changed(report);
            changer?.Tell(report, _self);
            context.System.EventStream.Publish(new PartitionsChanged(_self, report));
        }

        if (Ledger.Change != _underWay)
        {
            _underWay = Ledger.Change;
            _moveDeadline = null;
            if (_underWay is { } change && change.MoveTimeout != Timeout.InfiniteTimeSpan)
            {
                _moveDeadline = new(context, "move deadline");
                _moveDeadline.PostIn(change.MoveTimeout);
            }
        }
    }

    private void Change(string partition, bool isPaused, IActorRef sender)
    {
        // One that is no more may have been paused before, and what it has goes on when it is resumed.
        var index = (isPaused ? Ledger.InForce : Ledger.Partitions).IndexOf(partition) < 0
            ? -1
            : Ledger.Partitions.IndexOf(partition);
        if (index < 0)
        {
            Refuse(sender, $"Expected a partition of {Ledger.InForce}, got \"{partition}\". Nothing was changed.");
            return;
        }

        try
        {
            if (isPaused)
            {
                Carry(Ledger.PausePartition(index));
            }
            else
            {
                Ledger.ResumePartition(index);
            }
        }
        catch (NotSupportedException error)
        {
            Refuse(sender, $"{error.Message} Nothing was changed.");
            return;
        }

        _log.Paused(partition, isPaused);
        sender.Tell(new PartitionState(partition, isPaused), _self);
        Advance();
    }

    // Nobody will report of a change any more.
    private void ForgetChanges()
    {
        while (_changers.TryDequeue(out var changer))
        {
            changer?.Tell(
                new Status.Failure(new InvalidOperationException(
                    $"Expected {_self.Path} to go on until its partitions were changed, got its end. "
                    + "Ask its successor.")),
                _self);
        }
    }

    private void Refuse(IActorRef sender, string reason)
    {
        _log.Refused(reason, sender);
        sender.Tell(new Status.Failure(new ArgumentException(reason)), _self);
    }
}
