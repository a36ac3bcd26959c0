using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <content>Who comes and goes, and what they have handled.</content>
internal sealed partial class KeyShelf<TEvent>
{
    /// <summary>The consumers that are served.</summary>
    public IEnumerable<Subscription> Consumers =>
        _members.Values.Where(static one => one.IsOpen).Select(static one => one.Subscription);

    /// <summary>A subscription is one of the consumers from now on.</summary>
    public void Enter(Subscription subscription)
    {
        _members.Add(subscription, new(subscription));
        _open++;
    }

    /// <summary>A consumer's demand has grown.</summary>
    public void Request(Subscription subscription, long demand)
    {
        _outstanding += demand;
        StandInLine(_members[subscription]);
    }

    /// <summary>Nothing more is handed on to a consumer, which may still be handling what it has.</summary>
    public void Close(Subscription subscription)
    {
        _members[subscription].IsOpen = false;
        _outstanding -= subscription.Outstanding;
        _open--;
    }

    /// <summary>A consumer's events up to a number have come to their end.</summary>
    /// <returns>Whether there is anything to serve for it.</returns>
    public bool End(Subscription subscription, long upTo)
    {
        var isAnyFree = false;
        if (_members.TryGetValue(subscription, out var member))
        {
            while (member.Sent.TryTakeFirst(upTo, out var strand))
            {
                isAnyFree |= End(strand);
            }
        }

        return isAnyFree;
    }

    /// <summary>Some of a consumer's events have come to their end, ahead of older ones.</summary>
    /// <returns>Whether there is anything to serve for it.</returns>
    public bool End(Subscription subscription, EventRange range)
    {
        var isAnyFree = false;
        if (_members.TryGetValue(subscription, out var member))
        {
            var last = Math.Min(range.Last, member.Sent.Last);
            for (var number = Math.Max(range.First, subscription.Handled + 1); number <= last; number++)
            {
                isAnyFree |= member.Sent.TryTake(number, out var strand, out _) && End(strand);
            }
        }

        return isAnyFree;
    }

    /// <summary>
    /// Events come back from a consumer: to the front of their strands, in the place that their age gives them.
    /// </summary>
    /// <param name="from">The consumer. Of several runs that come back from it the newest comes first.</param>
    /// <param name="first">The sequence number that the first of them had there.</param>
    /// <param name="run">The events.</param>
    /// <returns>Whether there is anything to serve for it.</returns>
    public bool Return(Subscription from, long first, Retained<TEvent> run)
    {
        var isAny = false;
        var member = _members[from];
        for (var index = run.Count - 1; index >= 0; index--)
        {
            if (!member.Sent.TryTake(first + index, out var strand, out var age))
            {
                continue;
            }

            var slot = Desk.Entries.Add(new()
            {
                Item = run.Events[index],
                Origin = run.Origin,
                Strand = strand,
                Age = age,
                Attempts = run.Attempt,
            });
            Desk.Entries.AddByAge(ref strand.Row, slot);
            strand.Returned++;
            _returned++;
            MakeReady(strand);
            End(strand);
            isAny = true;
        }

        StandInLine(member);
        return isAny;
    }

    /// <summary>A consumer has said its last word: what it still has is over for it.</summary>
    /// <returns>Whether there is anything to serve for it.</returns>
    public bool Leave(Subscription subscription)
    {
        var isAnyFree = End(subscription, long.MaxValue);
        _members.Remove(subscription);
        return isAnyFree;
    }

    private bool End(Strand strand)
    {
        if (--strand.Unconfirmed > 0)
        {
            return false;
        }

        strand.Owner = null;
        _inFlight -= strand.Parked;
        if (strand.Row.Count == 0)
        {
            // What is held for it may be handed on now.
            ReleaseIfIdle(strand);
            return strand.IsPinned;
        }

        strand.Queue?.Remove(strand);
        if (strand.Returned > 0)
        {
            _free.Prepend(strand);
        }
        else
        {
            _free.Append(strand);
        }

        return true;
    }
}
