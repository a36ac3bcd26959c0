using Party.Demand.Dispatching;
using Party.Demand.Partitions.Shelves;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions;

/// <content>Who has a partition, who stands by for it, and what they ask for.</content>
public sealed partial class PartitionDispatcher<TEvent>
{
    // By seat, those that stand by, in the order they came.
    private readonly Dictionary<int, List<Subscription>> _standbys = [];

    // One that was removed may still have something for its consumers.
    private bool IsOpen(int seat) => !_table.IsRemoved(seat)
        || (_removed != RemovedPartitions.Move && _placer.Moves?.IsStanding(seat) == true);

    private bool IsShared => _options.Consumers == PartitionConsumers.Shared;

    /// <summary>
    /// The subscription that is served in a partition; null where nobody has it, or where several share it.
    /// </summary>
    public Subscription? OwnerOf(int partition) => _lanes.All[partition].Owner;

    /// <summary>Whether a subscription is given nothing now, and takes over when the owner leaves.</summary>
    public bool StandsBy(Subscription subscription) =>
        _standbys.Count > 0 && _standbys.TryGetValue(subscription.Seat, out var all) && all.Contains(subscription);

    /// <summary>
    /// The index of the partition that a subscription names, or −1; a single partition need not be named.
    /// </summary>
    public int PartitionOf(Subscription subscription) => subscription.Options.Partition switch
    {
        { } name when Partitions.IndexOf(name) is var seat && (seat < 0 || IsOpen(seat)) => seat,
        null when InForce.Count == 1 => Partitions.IndexOf(InForce[0]),
        _ => Placement<TEvent>.NoPartition,
    };

    /// <summary>The subscription that the newcomer's consumer has to this partition already, if it has one.</summary>
    public Subscription? ReplacedBy(Subscription newcomer)
    {
        var partition = PartitionOf(newcomer);
        if (partition < 0)
        {
            return null;
        }

        ref readonly var lane = ref _lanes.All[partition];
        return lane.Owner is { } owner && owner.Holder.Equals(newcomer.Holder)
            ? owner
            : SameHolder(lane.Sharers?.All, newcomer)
            ?? SameHolder((lane.Shelf as KeyShelf<TEvent>)?.Consumers, newcomer)
            ?? SameHolder(_standbys.GetValueOrDefault(partition), newcomer);
    }

    /// <summary>
    /// Gives a subscription the partition it names, or a place among those that share it or stand by; what waits there
    /// waits for it.
    /// </summary>
    public Admission Subscribe(Subscription subscription)
    {
        var partition = PartitionOf(subscription);
        if (Refuse(subscription, partition) is { IsGranted: false } refusal)
        {
            return refusal;
        }

        subscription.Seat = partition;
        ref var lane = ref _lanes.All[partition];
        if (IsKeyed)
        {
            KeyShelfOf(partition).Enter(subscription);
        }
        else if (IsShared)
        {
            (lane.Sharers ??= new()).Add(subscription);
        }
        else if (lane.Owner is null)
        {
            lane.Owner = subscription;
        }
        else if (_standbys.TryGetValue(partition, out var others))
        {
            others.Add(subscription);
        }
        else
        {
            _standbys[partition] = [subscription];
        }

        return Admission.Granted;
    }

    /// <summary>
    /// Adds to the demand of a subscription, and hands on what waited for it. The demand of one that stands by counts
    /// from when it takes over.
    /// </summary>
    /// <param name="subscription">One that this dispatcher admitted.</param>
    /// <param name="demand">At least 1.</param>
    public Dispatch<TEvent> Request(Subscription subscription, long demand)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(demand);
        return Request([new(subscription, demand)]);
    }

    /// <inheritdoc/>
    public bool IsFolding => true;

    /// <summary>Does the same for several subscriptions in one step, so that a delivery carries all there is.</summary>
    /// <param name="demands">Each subscription once.</param>
    public Dispatch<TEvent> Request(scoped ReadOnlySpan<SubscriptionDemand> demands)
    {
        _step.Begin();
        foreach (ref readonly var one in demands)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(one.Demand, nameof(demands));
            one.Subscription.Grant(one.Demand);
            Enter(one.Subscription, one.Demand);
        }

        PlaceHeld();
        foreach (ref readonly var one in demands)
        {
            _lanes.Serve(one.Subscription.Seat, _step, _upstream);
        }

        return End();
    }

    /// <summary>
    /// Takes a subscription's place away. What waits there stays, for whoever stands by, shares it or comes next.
    /// </summary>
    /// <param name="subscription">One that this dispatcher admitted.</param>
    public Dispatch<TEvent> Cancel(Subscription subscription)
    {
        _step.Begin();
        var seat = subscription.Seat;
        ref var lane = ref _lanes.All[seat];
        if (IsKeyed)
        {
            KeyShelfOf(seat).Close(subscription);
            Forgo(seat, subscription.Outstanding);
            PlaceHeld();
        }
        else if (lane.Sharers is { } sharers && sharers.Remove(subscription))
        {
            lane.Sharers = sharers.Count > 0 ? sharers : null;
            Forgo(seat, subscription.Outstanding);
            PlaceHeld();
        }
        else if (lane.Owner == subscription)
        {
            lane.Owner = null;
            Forgo(seat, subscription.Outstanding);
            PlaceHeld();
            TakeOver(seat);
        }
        else
        {
            TakeStandby(seat, subscription);
        }

        return End();
    }

    private static Subscription? SameHolder(IEnumerable<Subscription>? all, Subscription newcomer) =>
        all?.FirstOrDefault(one => one.Holder.Equals(newcomer.Holder));

    private void TakeOver(int seat)
    {
        if (!_standbys.TryGetValue(seat, out var all))
        {
            return;
        }

        var next = all[0];
        TakeStandby(seat, next);
        _lanes.All[seat].Owner = next;
        if (next.Outstanding > 0)
        {
            Want(seat, next.Outstanding);
        }
    }

    private void TakeStandby(int seat, Subscription subscription)
    {
        if (_standbys.TryGetValue(seat, out var all) && all.Remove(subscription) && all.Count == 0)
        {
            _standbys.Remove(seat);
        }
    }

    // The demand of one that stands by does not count yet.
    private void Enter(Subscription subscription, long demand)
    {
        ref var lane = ref _lanes.All[subscription.Seat];
        if (lane.Owner == subscription)
        {
            Announce(subscription.Seat, demand);
        }
        else if (IsKeyed)
        {
            KeyShelfOf(subscription.Seat).Request(subscription, demand);
            Announce(subscription.Seat, demand);
        }
        else if (lane.Sharers is { } sharers)
        {
            sharers.Change(subscription, demand);
            Announce(subscription.Seat, demand);
        }
    }

    private void Want(int seat, long demand)
    {
        Announce(seat, demand);
        PlaceHeld();
        _lanes.Serve(seat, _step, _upstream);
    }

    // Demand that is not met now is not asked for either: so a paused partition lets nobody run ahead.
    private void Announce(int seat, long demand)
    {
        if (_lanes.All[seat].IsPaused || demand == 0)
        {
            return;
        }

        _upstream.Requested(seat, demand);
        if (_sorter is not null)
        {
            // What waits on a shelf is older than what is held, and need not be there to be in one delivery with it.
            _lanes.Serve(seat, _step, _upstream);
        }
        else if (!_lanes.All[seat].IsPlain)
        {
            // Those that come from elsewhere are served first: what is left of the demand makes room for others.
            _lanes.ServeSources(seat, _step, _upstream);
        }
    }

    private void Forgo(int seat, long demand)
    {
        if (!_lanes.All[seat].IsPaused)
        {
            _upstream.Left(seat, demand);
        }
    }

    private Admission Refuse(Subscription subscription, int partition) => partition switch
    {
        < 0 when subscription.Options.Partition is { } name => new(
            Refusal.PartitionUnknown,
            $"Expected a partition of {InForce}, got \"{name}\". Subscribe to one of them."),
        < 0 => new(
            Refusal.PartitionMissing,
            $"Expected a subscription to name its partition, one of {InForce}, got none. Set partition."),
        _ when _options.Consumers == PartitionConsumers.Exclusive && OwnerOf(partition) is { } owner => new(
            Refusal.PartitionTaken,
            $"Expected partition {Partitions[partition]} to be free, got owner {owner.Id}. "
            + "One consumer owns a partition; wait for it to leave, choose another, or set consumers."),
        _ => Admission.Granted,
    };
}
