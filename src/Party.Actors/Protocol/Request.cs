using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: so many events more, please.</summary>
/// <remarks>
/// <c>new Request(3)</c> is enough for a sender with one subscription there. The full form says the sums too, which
/// makes a request that comes twice harmless, and one that never came made up for by the next. A consumer uses one of
/// its requests again once a producer has met it; one that is kept, or is never met, stays as it is.
/// </remarks>
/// <param name="Count">How many events more, at least 1.</param>
/// <param name="Id">The subscription; needed only where the sender holds several there.</param>
/// <param name="Total">All demand requested so far, this request included; 0 where the sender does not count.</param>
/// <param name="Confirmed">The number of the last event handled; 0 where the sender does not count.</param>
public sealed record Request(int Count, SubscriptionId Id = default, long Total = 0, long Confirmed = 0)
    : IDeadLetterSuppression
{
    private int _count = Count;
    private long _total = Total;
    private long _confirmed = Confirmed;
    private bool _isSpent;

    /// <summary>How many events more, at least 1.</summary>
    public int Count
    {
        get => _count;
        init => _count = value;
    }

    /// <summary>All demand requested so far, this request included; 0 where the sender does not count.</summary>
    public long Total
    {
        get => _total;
        init => _total = value;
    }

    /// <summary>The number of the last event handled; 0 where the sender does not count.</summary>
    public long Confirmed
    {
        get => _confirmed;
        init => _confirmed = value;
    }

    /// <summary>Whether the numbers are the same; whether it was met makes no difference.</summary>
    public bool Equals(Request? other) => other is not null
        && (Count, Id, Total, Confirmed) == (other.Count, other.Id, other.Total, other.Confirmed);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Id, Total, Confirmed);

    /// <summary>Whoever got it has met it, and keeps it no longer.</summary>
    internal void GiveBack() => Volatile.Write(ref _isSpent, true);

    /// <summary>Makes it another request of the same subscription, if it was given back.</summary>
    internal bool TryReuse(int count, long total, long confirmed)
    {
        if (!Volatile.Read(ref _isSpent))
        {
            return false;
        }

        _isSpent = false;
        (_count, _total, _confirmed) = (count, total, confirmed);
        return true;
    }
}
