using System.Diagnostics;
using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>The shelf of a partition whose consumers share it by key.</summary>
/// <remarks>
/// <para>
/// Every key of which something waits or is unconfirmed is a <see cref="Strand"/>. Events of a strand go to one
/// consumer at a time, in order: whoever has some of it unconfirmed gets the next. Consumers with demand stand in line
/// for the strands that are free; each strand is served one event, and then the next, so that a key of which much waits
/// eats nobody's demand.
/// </para>
/// <para>
/// The cost is O(1) for each event. Law: where a consumer has demand, nothing waits in a strand that is free or its
/// own.
/// </para>
/// </remarks>
internal sealed partial class KeyShelf<TEvent>(int partition, ShelfDesk<TEvent> desk, KeyIndex<TEvent> keys)
    : Shelf<TEvent>(partition, desk)
{
    private readonly Dictionary<Subscription, KeyMember> _members = [];

    // Of these something waits, and nothing is unconfirmed.
    private readonly StrandQueue _free = new();

    // Those with demand; and those with demand and something that waits for them alone. Who no longer belongs there is
    // taken out when its turn comes.
    private readonly Queue<KeyMember> _line = new();
    private readonly Queue<KeyMember> _ownLine = new();
    private Arrivals _arrivals;
    private int _returned;
    private int _inFlight;
    private int _open;
    private long _outstanding;
    private bool _isOwnTurn;

    /// <inheritdoc/>
    public override bool IsShared => _open > 0;

    /// <inheritdoc/>
    public override long Outstanding => _outstanding;

    /// <inheritdoc/>
    public override int Returned => _returned;

    /// <summary>Those whose key is in flight; all while it is paused.</summary>
    public override int HeldBack => IsPaused ? Count : _inFlight;

    /// <summary>The strand of an event's key, which stays until it is let go; null where the key is.</summary>
    public Strand? Pin(TEvent item) => keys.Find(item) is { } strand ? Pin(strand) : null;

    /// <summary>The strand of the key that a strand of another partition has, which stays until it is let go.</summary>
    public Strand PinLike(Strand other) => Pin(keys.FindLike(other));

    /// <summary>Lets a strand go.</summary>
    public void Unpin(Strand strand)
    {
        strand.IsPinned = false;
        ReleaseIfIdle(strand);
    }

    /// <inheritdoc/>
    public override bool TryHandOn(TEvent item, Origin? origin, in Ticket ticket)
    {
        var strand = ticket.Strand ?? throw new UnreachableException();
        if (IsPaused || strand.Row.Count > 0 || (strand.Owner ?? FirstInLine()) is not { IsHungry: true } taker)
        {
            return false;
        }

        if (strand.Owner is null)
        {
            taker.IsInLine = false;
            _line.Dequeue();
        }

        Send(taker, strand, Desk.Enter(item, origin, ticket));
        StandInLine(taker);
        return true;
    }

    /// <inheritdoc/>
    public override void Park(TEvent item, Origin? origin, in Ticket ticket)
    {
        var strand = ticket.Strand ?? throw new UnreachableException();
        var entry = Desk.Enter(item, origin, ticket);
        var slot = Desk.Entries.Add(entry);
        Desk.Entries.Append(ref strand.Row, slot);
        Desk.Entries.Arrive(ref _arrivals, slot);
        Came(entry);
        _inFlight += strand.Owner is null ? 0 : 1;
        MakeReady(strand);
    }

    /// <inheritdoc/>
    public override bool TryDropOldest(in Ticket newcomer)
    {
        var strand = Desk.Entries[_arrivals.Oldest].Strand ?? throw new UnreachableException();
        var entry = Take(strand, Desk.Entries.TakeAt(ref strand.Row, strand.Returned));
        Desk.Drop(Partition, entry);
        Went(entry);
        LeaveIfEmpty(strand);
        return true;
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        while (!IsPaused)
        {
            var isFree = _free.First is not null && FirstInLine() is not null;
            var hasOwn = FirstInOwnLine() is not null;
            if (isFree && !(hasOwn && _isOwnTurn))
            {
                Serve(_line.Dequeue(), _free);
            }
            else if (hasOwn)
            {
                var member = _ownLine.Dequeue();
                Serve(member, member.Ready);
            }
            else
            {
                break;
            }

            _isOwnTurn = !_isOwnTurn;
        }

        AssertLaws();
    }

    private void Serve(KeyMember member, StrandQueue ready)
    {
        (member.IsInLine, member.IsInOwnLine) = ready == _free ? (false, member.IsInOwnLine) : (member.IsInLine, false);
        var strand = ready.First ?? throw new UnreachableException();
        ready.Remove(strand);
        var entry = Take(strand, Desk.Entries.TakeFirst(ref strand.Row));
        Send(member, strand, entry);
        if (strand.Row.Count > 0)
        {
            member.Ready.Append(strand);
        }

        if (entry.Attempts == 0)
        {
            Went(entry);
        }

        StandInLine(member);
    }

    private Entry<TEvent> Take(Strand strand, int slot)
    {
        if (Desk.Entries[slot].Attempts > 0)
        {
            strand.Returned--;
            _returned--;
        }
        else
        {
            Desk.Entries.Depart(ref _arrivals, slot);
            _inFlight -= strand.Owner is null ? 0 : 1;
        }

        return Desk.Entries.Remove(slot);
    }

    private void Send(KeyMember to, Strand strand, in Entry<TEvent> entry)
    {
        if (strand.Owner is null)
        {
            strand.Owner = to;
            _inFlight += strand.Parked;
        }

        Debug.Assert(strand.Owner == to, "A key is with one consumer at a time.");
        strand.Unconfirmed++;
        to.Sent.Add(strand, entry.Age);
        _outstanding--;
        Desk.HandOn(Partition, to.Subscription, entry);
        Debug.Assert(to.Sent.Last == to.Subscription.Sent, "Every event of the subscription is known here.");
    }

    private void MakeReady(Strand strand)
    {
        if (strand.Queue is not null)
        {
            return;
        }

        if (strand.Owner is { } owner)
        {
            // Its owner may have demand: while nothing is handed on, for instance.
            owner.Ready.Append(strand);
            StandInLine(owner);
        }
        else
        {
            _free.Append(strand);
        }
    }

    private void StandInLine(KeyMember member)
    {
        if (!member.IsHungry)
        {
            return;
        }

        if (!member.IsInLine)
        {
            member.IsInLine = true;
            _line.Enqueue(member);
        }

        if (!member.IsInOwnLine && member.Ready.First is not null)
        {
            member.IsInOwnLine = true;
            _ownLine.Enqueue(member);
        }
    }

    private KeyMember? FirstInLine()
    {
        while (_line.TryPeek(out var member))
        {
            if (member.IsHungry)
            {
                return member;
            }

            member.IsInLine = false;
            _line.Dequeue();
        }

        return null;
    }

    private KeyMember? FirstInOwnLine()
    {
        while (_ownLine.TryPeek(out var member))
        {
            if (member.IsHungry && member.Ready.First is not null)
            {
                return member;
            }

            member.IsInOwnLine = false;
            _ownLine.Dequeue();
        }

        return null;
    }

    private void ReleaseIfIdle(Strand strand)
    {
        if (strand.IsIdle)
        {
            keys.Release(strand);
        }
    }

    private static Strand Pin(Strand strand)
    {
        strand.IsPinned = true;
        return strand;
    }

    [Conditional("DEBUG")]
    private void AssertLaws()
    {
        Debug.Assert(
            IsPaused || _free.First is null || FirstInLine() is null, "A free strand waits for nobody who has demand.");
        Debug.Assert(
            IsPaused || !_members.Values.Any(static one => one.IsHungry && one.Ready.First is not null),
            "A consumer with demand has nothing ready.");
    }
}
