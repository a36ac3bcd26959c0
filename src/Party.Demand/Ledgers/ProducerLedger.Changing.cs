using System.Diagnostics.CodeAnalysis;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Partitions.Moving;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <content>Other partitions, and another map to them, while events flow.</content>
public sealed partial class ProducerLedger<TEvent>
{
    private readonly Queue<PartitionChange<TEvent>> _changes = [];
    private readonly Queue<PartitionChangeReport> _reports = [];
    private readonly Queue<Subscription> _ending = [];

    // Partitions that are no more, and that something came back to.
    private readonly Queue<int> _orphaned = [];
    private readonly IChangingPartitions<TEvent>? _changing;
    private Barriers<TEvent>? _barriers;
    private long _now;

    /// <summary>Whether a change of the partitions is under way, or waits for its turn.</summary>
    public bool IsChanging => _barriers is not null || _changes.Count > 0;

    /// <summary>The change that is under way; null where there is none.</summary>
    public PartitionChange<TEvent>? Change => _barriers?.Change;

    /// <summary>The partitions that events go to now.</summary>
    public PartitionNames InForce => _changing?.InForce ?? Partitions;

    /// <summary>
    /// The time, in ticks from wherever it is counted; to be set before every step while a change is under way, which
    /// tells by it how long events waited.
    /// </summary>
    public long Now
    {
        get => _now;
        set
        {
            _now = value;
            if (_changing is not null)
            {
                _changing.Now = value;
            }
        }
    }

    /// <summary>
    /// Changes the partitions, or the map to them, with the next <see cref="TryServe"/>; a second change waits for the
    /// first.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <returns>Why it is refused, and nothing was changed; null where it is not.</returns>
    public string? ChangePartitions(PartitionChange<TEvent> change)
    {
        if (_changing is null)
        {
            return $"Expected a dispatcher with partitions, got {_dispatcher.GetType().Name}. Give the producer a "
                + "partition dispatcher.";
        }

        ArgumentNullException.ThrowIfNull(change);
        var refusal = Refuse(change);
        if (refusal is null)
        {
            _changes.Enqueue(change);
            _isStirred = true;
        }

        return refusal;
    }

    /// <summary>The time for the change that is under way is up: events wait for their old partition no more.</summary>
    public void GiveUpWaiting()
    {
        if (_barriers is { IsTimedOut: false } barriers)
        {
            barriers.GiveUp(_changing!.Standing.Select(seat => (seat, Partitions[seat])));
        }
    }

    /// <summary>Takes a subscription whose partition is no more, and which is to be ended.</summary>
    public bool TryTakeEnding([NotNullWhen(true)] out Subscription? subscription) =>
        _ending.TryDequeue(out subscription);

    /// <summary>
    /// Takes a subscription that a change waits for from now on: where its consumer has nothing to request, it has to
    /// be asked to say how far it has come.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="upTo">The number of the last event whose end is waited for.</param>
    public bool TryTakeAwaited([NotNullWhen(true)] out Subscription? subscription, out long upTo)
    {
        (subscription, upTo) = _barriers?.TryTakeUnasked(out var unasked) == true ? unasked : default;
        return subscription is not null;
    }

    /// <summary>Takes the report of a change that is over.</summary>
    public bool TryTakeReport([NotNullWhen(true)] out PartitionChangeReport? report) => _reports.TryDequeue(out report);

    // Whether a partition is to be added by a change whose turn has not come.
    private bool IsExpected(string? partition) =>
        partition is not null && _changes.Any(change => change.Partitions.IndexOf(partition) >= 0);

    private string? Refuse(PartitionChange<TEvent> change) => _changing!.Refuse(change) ?? RefuseReturned(change);

    private string? RefuseReturned(PartitionChange<TEvent> change)
    {
        var seat = change.Removed == RemovedPartitions.Refuse
            ? _changing!.RemovedBy(change).FirstOrDefault(seat => _delivery.ReturnedTo(seat) > 0, -1)
            : -1;
        return seat < 0
            ? null
            : $"Expected partition {Partitions[seat]} to be empty, got {_delivery.ReturnedTo(seat)} events that came "
            + "back. Set Removed to drain or move them, or wait.";
    }

    private bool TryChange(out Dispatch<TEvent> dispatch)
    {
        if (_orphaned.TryDequeue(out var orphaned))
        {
            dispatch = Forsake(orphaned);
            return true;
        }

        if (_barriers is null)
        {
            return TryBegin(out dispatch);
        }

        while (_changing!.TryTakeCrossed(out var crossed))
        {
            _barriers.Look(crossed);
        }

        while (_barriers.TryTake(out var seat))
        {
            if (_changing.IsStanding(seat) && TryPass(seat, out dispatch))
            {
                return true;
            }
        }

        dispatch = default;
        return false;
    }

    private bool TryBegin(out Dispatch<TEvent> dispatch)
    {
        dispatch = default;
        if (!_changes.TryDequeue(out var change))
        {
            return false;
        }

        // What was in force when it was asked for may have changed since, and what is parked has.
        if (Refuse(change) is { } refusal)
        {
            _reports.Enqueue(new Barriers<TEvent>(change, _now).Report(_now) with { Refusal = refusal });
            return true;
        }

        var known = InForce;
        var removed = _changing!.RemovedBy(change).ToList();
        var count = Partitions.Count;
        dispatch = Enter(_changing.Begin(change));
        _seats.Grow(Partitions.Count);
        var barriers = _barriers = new(change, _now)
        {
            Added = [.. Enumerable.Range(0, change.Partitions.Count)
                .Select(index => change.Partitions[index]).Where(name => known.IndexOf(name) < 0)],
            Removed = [.. removed.Select(seat => Partitions[seat])],
        };
        foreach (var subscription in _seats.Subscriptions)
        {
            barriers.Enter(subscription);
        }

        if (change.Removed == RemovedPartitions.Move)
        {
            removed.ForEach(End);
        }

        for (var seat = 0; seat < count; seat++)
        {
            barriers.Look(seat);
        }

        return true;
    }

    // Whether there was anything to do.
    private bool TryPass(int seat, out Dispatch<TEvent> dispatch)
    {
        var barriers = _barriers!;
        var isRemoved = _changing!.IsRemoved(seat);
        var isForsaken = !_seats.IsServed(seat)
            || (isRemoved && (barriers.IsTimedOut || barriers.Change.Removed == RemovedPartitions.Move));
        dispatch = default;
        if (!barriers.IsTimedOut && !(isForsaken ? barriers.IsConfirmed(seat) : IsOver(seat)))
        {
            return false;
        }

        if (isForsaken && barriers.Forsake(seat))
        {
            // Nobody will be served from here: what waits goes where it belongs now, before all that came later.
            barriers.Look(seat);
            dispatch = Forsake(seat);
            return true;
        }

        Pass(seat, isRemoved, out dispatch);
        return true;
    }

    private Dispatch<TEvent> Forsake(int seat) =>
        _changing!.Forsake(seat, seatOf => _delivery.Rehome(seat, seatOf));

    private void Pass(int seat, bool isRemoved, out Dispatch<TEvent> dispatch)
    {
        var barriers = _barriers!;
        if (isRemoved)
        {
            End(seat);
        }

        var areDiscarded = barriers.IsTimedOut && barriers.Change.OnTimeout == MoveTimeoutPolicy.Discard;
        dispatch = Enter(_changing!.Pass(seat, areDiscarded, out var passed));
        barriers.Passed(seat, passed, _now, areDiscarded);
        if (!_changing.IsChanging)
        {
            _reports.Enqueue(barriers.Report(_now));
            _barriers = null;
        }
    }

    private bool IsOver(int seat)
    {
        if (_changing!.BeforeIn(seat) > 0 || _delivery.ReturnedTo(seat) > 0)
        {
            _barriers!.Wait(seat);
            return false;
        }

        return _barriers!.IsConfirmed(seat);
    }

    private void End(int seat)
    {
        foreach (var one in _barriers!.MembersOf(seat))
        {
            if (one.IsOpen)
            {
                _ending.Enqueue(one);
            }
        }
    }

    // A consumer of a partition that is no more may say late that it did not handle all.
    private void Left(Subscription subscription)
    {
        _barriers?.Leave(subscription);
        if (_changing is { } changing && changing.IsRemoved(subscription.Seat)
            && !changing.IsStanding(subscription.Seat))
        {
            _orphaned.Enqueue(subscription.Seat);
            _isStirred = true;
        }
    }
}
