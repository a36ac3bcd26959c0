using System.Collections.Immutable;
using Party.Demand.Partitions;
using Party.Demand.Partitions.Moving;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <summary>A change of the partitions that is under way: who has to confirm what before later events go on.</summary>
/// <remarks>
/// A seat's barrier falls when nothing from before the change is parked there, nothing waits there that came back, and
/// everybody has confirmed what they had been sent by then, or is gone. What comes back meanwhile is handed on again,
/// and its confirmation is waited for as well.
/// </remarks>
internal sealed class Barriers<TEvent>(PartitionChange<TEvent> change, long begun)
{
    private readonly Dictionary<int, HashSet<Subscription>> _members = [];
    private readonly Dictionary<int, List<(Subscription Who, long UpTo)>> _waitedFor = [];
    private readonly HashSet<int> _forsaken = [];
    private readonly Queue<int> _look = [];
    private readonly List<string> _timedOut = [];
    private readonly Queue<(Subscription Who, long UpTo)> _unasked = [];
    private long _moved;
    private long _discarded;
    private long _longestWait;

    /// <summary>The change.</summary>
    public PartitionChange<TEvent> Change => change;

    /// <summary>Whether the time is up.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>The partitions that the change added.</summary>
    public ImmutableArray<string> Added { get; init; } = [];

    /// <summary>The partitions that it removed.</summary>
    public ImmutableArray<string> Removed { get; init; } = [];

    /// <summary>The time is up: nobody is waited for any more.</summary>
    public void GiveUp(IEnumerable<(int Seat, string Name)> standing)
    {
        IsTimedOut = true;
        foreach (var (seat, name) in standing)
        {
            _timedOut.Add(name);
            _look.Enqueue(seat);
        }
    }

    /// <summary>Something has happened to a seat that may let its barrier fall.</summary>
    public void Look(int seat) => _look.Enqueue(seat);

    /// <summary>A seat to look at.</summary>
    public bool TryTake(out int seat) => _look.TryDequeue(out seat);

    /// <summary>A subscription that may be sent events from before the change.</summary>
    public void Enter(Subscription subscription)
    {
        if (!_members.TryGetValue(subscription.Seat, out var all))
        {
            _members[subscription.Seat] = all = [];
        }

        all.Add(subscription);
    }

    /// <summary>A subscription has ended, and its last word was heard.</summary>
    public void Leave(Subscription subscription)
    {
        if (_members.TryGetValue(subscription.Seat, out var all))
        {
            all.Remove(subscription);
        }

        // What comes back is handed on to others, whose confirmation counts then.
        if (subscription.Options.Delivery == DeliveryMode.AtLeastOnce)
        {
            Wait(subscription.Seat);
        }

        _look.Enqueue(subscription.Seat);
    }

    /// <summary>The subscriptions to a seat that may be sent events from before the change.</summary>
    public IReadOnlyCollection<Subscription> MembersOf(int seat) =>
        _members.TryGetValue(seat, out var all) ? all : [];

    /// <summary>Notes that what waits in a seat is looked for elsewhere from now on.</summary>
    /// <returns>False if that was so already.</returns>
    public bool Forsake(int seat) => _forsaken.Add(seat);

    /// <summary>More is to be handed on in a seat before anybody's confirmation counts.</summary>
    public void Wait(int seat) => _waitedFor.Remove(seat);

    /// <summary>Whether all that a seat had handed on has been confirmed, or its consumer is gone.</summary>
    public bool IsConfirmed(int seat)
    {
        if (!_members.TryGetValue(seat, out var all))
        {
            return true;
        }

        if (!_waitedFor.TryGetValue(seat, out var waitedFor))
        {
            _waitedFor[seat] = waitedFor = [
                .. all.Where(static one => one.InFlight > 0).Select(static one => (one, one.Sent))];
            waitedFor.ForEach(_unasked.Enqueue);
        }

        return waitedFor.TrueForAll(entry => entry.Who.Handled >= entry.UpTo || !all.Contains(entry.Who));
    }

    /// <summary>Takes a subscription whose confirmation is waited for from now on.</summary>
    public bool TryTakeUnasked(out (Subscription Who, long UpTo) unasked) => _unasked.TryDequeue(out unasked);

    /// <summary>A barrier has fallen.</summary>
    public void Passed(int seat, PassedBarrier passed, long now, bool areDiscarded)
    {
        _members.Remove(seat);
        _waitedFor.Remove(seat);
        _moved += passed.Count;
        _discarded += areDiscarded ? passed.Count : 0;
        _longestWait = Math.Max(_longestWait, now - passed.Since);
    }

    /// <summary>What the change came to.</summary>
    public PartitionChangeReport Report(long now) => new()
    {
        Partitions = change.Partitions,
        Added = Added,
        Removed = Removed,
        Moved = _moved,
        LongestWait = new(_longestWait),
        Duration = new(now - begun),
        TimedOut = [.. _timedOut],
        Discarded = _discarded,
    };
}
