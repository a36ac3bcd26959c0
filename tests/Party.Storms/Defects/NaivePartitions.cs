using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Storms.Defects;

/// <summary>A pooled partition dispatcher as GenStage's is, with one of its defects.</summary>
internal sealed class NaivePartitions(int partitions, int unwanted, PartitionDefect defect) : IDispatcher<int>
{
    private readonly Queue<int>[] _queues = [.. Enumerable.Range(0, partitions).Select(_ => new Queue<int>())];
    private readonly Subscription?[] _owners = new Subscription?[partitions];
    private readonly DispatchBuilder<int> _step = new();
    private long _surplus;

    public PartitionNames Partitions { get; } = PartitionNames.Numbered(partitions);

    public Seating Seating => Seating.Exclusive;

    public long Owed { get; private set; }

    public long Unasked { get; private set; }

    public int Held => 0;

    public int HeldFor => -1;

    public DiscardCounts Discarded { get; } = new();

    public int ParkedIn(int partition) => _queues[partition].Count;

    public int PartitionOf(Subscription subscription) => Partitions.IndexOf(subscription.Options.Partition ?? "");

    public Subscription? ReplacedBy(Subscription newcomer) =>
        defect != PartitionDefect.Raises && PartitionOf(newcomer) is >= 0 and var at
            && _owners[at] is { } owner && owner.Holder.Equals(newcomer.Holder) ? owner : null;

    public Admission Subscribe(Subscription subscription)
    {
        var at = PartitionOf(subscription);
        if (_owners[at] is not null)
        {
            return defect == PartitionDefect.Raises
                ? throw new ArgumentException($"the partition {at} is already taken")
                : new(Refusal.PartitionTaken, $"Expected partition {at} to be free, got an owner.");
        }

        subscription.Seat = at;
        _owners[at] = subscription;
        return Admission.Granted;
    }

    public Dispatch<int> Request(Subscription subscription, long demand)
    {
        _step.Begin();
        subscription.Grant(demand);
        var covered = Math.Min(_surplus, demand);
        _surplus -= covered;
        Unasked += demand - covered;
        Serve(subscription.Seat);
        return _step.End();
    }

    public Dispatch<int> Cancel(Subscription subscription)
    {
        _step.Begin();
        _owners[subscription.Seat] = null;
        _surplus += subscription.Outstanding;
        if (defect == PartitionDefect.DropsQueued)
        {
            Unasked += _queues[subscription.Seat].Count;
            _queues[subscription.Seat].Clear();
        }

        return _step.End();
    }

    public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var owed = (int)Math.Min(events.Length, Owed);
        Owed -= owed;
        return Take(events, owed);
    }

    public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var wanted = (int)Math.Min(events.Length, Unasked);
        Unasked -= wanted;
        return Take(events, wanted);
    }

    // GenStage knows no redelivery: nobody takes what came back.
    public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin)
    {
        _step.Begin();
        return _step.End(events.Length);
    }

    public Dispatch<int> Inform(object message)
    {
        _step.Begin();
        _step.Release(message);
        return _step.End();
    }

    public DemandIncrement Ask()
    {
        var total = (int)Unasked;
        Owed += total;
        Unasked = 0;
        return new() { Total = total };
    }

    public DemandIncrement AskAgain() => new() { Total = (int)Owed };

    private Dispatch<int> Take(ReadOnlySpan<int> events, int count)
    {
        _step.Begin();
        foreach (var item in events[..count])
        {
            if (item % 5 != unwanted)
            {
                _queues[item % partitions].Enqueue(item);
                Serve(item % partitions);
                continue;
            }

            Discarded.Add(DiscardCause.NoPartition, 1);
            Unasked += defect == PartitionDefect.EatsDemand ? 0 : 1;
        }

        return _step.End(events.Length - count);
    }

    private void Serve(int at)
    {
        if (_owners[at] is { } owner)
        {
            var count = (int)Math.Min(owner.Outstanding, _queues[at].Count);
            if (count > 0)
            {
                _step.Deliver(owner, [.. Enumerable.Range(0, count).Select(_ => _queues[at].Dequeue())]);
            }
        }
    }
}
