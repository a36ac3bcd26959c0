using System.Diagnostics;

namespace Party.Demand.Ledgers;

/// <content>The laws, looked after while the stage runs.</content>
public sealed partial class ProducerLedger<TEvent>
{
    private const int FewestSteps = 64;

    // In a build for debugging, so many partitions are gone through after every step.
    private const int FewPartitions = 256;

    private long[] _demand = [];

    // All that was asked for, and what came of it.
    private long _asked;
    private long _metAsked;
    private int _sinceCheck;

    /// <summary>
    /// Counts a step, and checks the laws when enough of them have been taken, so that the cost of a step is O(1).
    /// </summary>
    /// <remarks>
    /// A check is O(partitions + subscriptions), and comes after as many steps, at least 64; in a build for debugging
    /// after every step, of a few partitions. It allocates nothing where all laws hold.
    /// </remarks>
    /// <returns>The first law that does not hold; null where none was found.</returns>
    public BrokenLaw? Check()
    {
        _sinceCheck++;
        BeThorough();
        return _sinceCheck < FewestSteps || _sinceCheck < Partitions.Count + _seats.Subscriptions.Count
            ? null
            : CheckAll();
    }

    /// <summary>Checks all laws now.</summary>
    /// <returns>The first law that does not hold; null where none was found.</returns>
    public BrokenLaw? CheckAll()
    {
        _sinceCheck = 0;
        if (_demand.Length != Partitions.Count)
        {
            _demand = new long[Partitions.Count];
        }

        Array.Clear(_demand);
        return SubscriptionsBreak(out var inFlight)
            ?? PartitionsBreak(out var parked)
            ?? EventsBreak(inFlight + parked)
            ?? DemandBreaks();
    }

    [Conditional("DEBUG")]
    private void BeThorough() => _sinceCheck = Partitions.Count <= FewPartitions ? int.MaxValue : _sinceCheck;

    private BrokenLaw? SubscriptionsBreak(out long inFlight)
    {
        inFlight = 0;
        foreach (var one in _seats.Subscriptions)
        {
            if (one.Outstanding < 0 || one.InFlight < 0 || one.Deferred < 0)
            {
                return new(
                    $"granted = sent + outstanding and sent = handled + in flight of {one.Id}, and nothing below 0",
                    $"{one.Granted} granted, {one.Sent} sent, {one.Handled} handled, {one.InFlight} in flight, "
                    + $"{one.Deferred} deferred");
            }

            if (one.IsOpen && one.InFlight + one.Outstanding > one.Options.MaxDemand && _delivery.IsRetained(one))
            {
                return new(
                    $"in flight + outstanding ≤ max-demand of {one.Id}, which is delivered at least once",
                    $"{one.InFlight} in flight and {one.Outstanding} outstanding, of {one.Options.MaxDemand}");
            }

            inFlight += one.InFlight;
            _demand[one.Seat] += one.IsOpen ? one.Outstanding : 0;
        }

        return null;
    }

    private BrokenLaw? PartitionsBreak(out long allParked)
    {
        allParked = 0;
        for (var partition = 0; partition < _demand.Length; partition++)
        {
            var parked = _dispatcher.ParkedIn(partition);
            if (parked < 0 || (_demand[partition] > 0 && parked > _dispatcher.HeldBackIn(partition)))
            {
                return new(
                    "no partition to have both demand and parked events, but for those held back, and nothing below 0",
                    $"{parked} parked, {_dispatcher.HeldBackIn(partition)} of them held back, and {_demand[partition]} outstanding in {Partitions[partition]}");
            }

            allParked += parked;
        }

        return null;
    }

    private BrokenLaw? DemandBreaks() => _dispatcher.Owed < 0 || _asked != _metAsked + _dispatcher.Owed
        ? new(
            "asked = received of it + owed",
            $"{_asked} asked, {_metAsked} received of it, {_dispatcher.Owed} owed")
        : null;

    private BrokenLaw? EventsBreak(long waiting)
    {
        waiting += (long)_dispatcher.Held + _held.Count + _buffer.Count + _delivery.Returned;
        foreach (var postponed in _postponed)
        {
            waiting += postponed.Events.Length;
        }

        var isClosed = _received + _copied == _seats.Handled + waiting + _filtered + Discarded.Total;
        return isClosed && waiting >= 0 ? null : Balance().Breach;
    }
}
