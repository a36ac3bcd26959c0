using System.Diagnostics;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Placing;

namespace Party.Demand.Partitions.Asking;

/// <summary>Asks for events of each partition by itself: min(outstanding, room) − owed.</summary>
/// <remarks>
/// What is owed to a partition always fits into its park, so that nothing is held, and a partition that is slow costs
/// the others nothing. An event for a partition that is owed none pays another one's debt, which is then asked for
/// again: a producer that misses its address slows nobody down for good. Room in bytes is not known before an event
/// comes: there, what is owed when a consumer leaves may be more than fits, and is held.
/// </remarks>
internal sealed class AddressedDemand<TEvent>(Lanes<TEvent> lanes, int parkLimit) : UpstreamDemand
{
    // At most the park limit each.
    private int[] _owed = new int[lanes.Count];
    private readonly PartitionPool _debtors = new(lanes.Count);

    // By partition, what is unasked as of when that was last looked at; and their sum. Where anything has changed, it
    // is looked at again: so one event costs the same however many there are between two times of asking.
    private int[] _unasked = new int[lanes.Count];
    private readonly PartitionSet _stirred = new(lanes.Count);
    private readonly PartitionSet _wanting = new(lanes.Count);
    private readonly PartitionCounts _asked = new(lanes.Count);
    private long _allUnasked;

    // Received and not yet taken off a partition's debt: Σ owed to partitions = owed + unattributed.
    private long _unattributed;
    private int _turn;

    // Of what is placed next in that partition, so many pay the debt of others, and have done so.
    private (int Partition, int Count) _strangers;

    /// <inheritdoc/>
    public override long Unasked
    {
        get
        {
            Look();
            return _allUnasked;
        }
    }

    /// <inheritdoc/>
    public override void Grow(int count)
    {
        Array.Resize(ref _owed, count);
        Array.Resize(ref _unasked, count);
        _debtors.Grow(count);
        _stirred.Grow(count);
        _wanting.Grow(count);
        _asked.Grow(count);
    }

    /// <inheritdoc/>
    public override void Eased(int partition) => _stirred.Add(partition);

    /// <inheritdoc/>
    public override void Requested(int partition, long demand) => _stirred.Add(partition);

    /// <inheritdoc/>
    public override void Sent(int partition, int count) => _stirred.Add(partition);

    /// <inheritdoc/>
    public override void Left(int partition, long demand) => _stirred.Add(partition);

    /// <inheritdoc/>
    public override void Received(int count)
    {
        base.Received(count);
        _unattributed += count;
    }

    /// <inheritdoc/>
    public override void Placed(int partition, int count)
    {
        if (partition == _strangers.Partition)
        {
            count -= _strangers.Count;
            _strangers = default;
        }

        var paid = Pay(partition, count);
        Wasted(count - paid);
    }

    /// <inheritdoc/>
    public override void SentOn(int partition, int to, int count)
    {
        TurnedAway(partition, count);
        _strangers = (to, _strangers.Count + count);
    }

    /// <inheritdoc/>
    public override void TurnedAway(int partition, int count) => Wasted(count - Pay(partition, count));

    /// <inheritdoc/>
    public override void Wasted(int count)
    {
        // What nobody had asked for pays nobody's debt.
        for (var left = Math.Min(count, _unattributed); left > 0;)
        {
            Debug.Assert(
                _owed.Sum(static owed => (long)owed) == Owed + _unattributed,
                "What came in was owed, so somebody is owed it.");
            var debtors = _debtors.Members;
            _turn = _turn < debtors.Length ? _turn : 0;
            left -= Pay(debtors[_turn], left);
        }
    }

    /// <inheritdoc/>
    public override void Dropped(int partition, int count) => _stirred.Add(partition);

    /// <inheritdoc/>
    public override DemandIncrement AskAgain()
    {
        // Events that came in and are held have not been taken off anybody's debt yet.
        var left = AsInt(Owed);
        var total = left;
        foreach (var partition in _debtors.Members)
        {
            left -= Ask(partition, _owed[partition], left);
        }

        return new() { Total = total - left, Partitions = _asked.Take() };
    }

    /// <inheritdoc/>
    protected override DemandIncrement TakeUnasked()
    {
        Look();
        var total = 0;
        foreach (var partition in _wanting.Members)
        {
            var asked = Ask(partition, _unasked[partition], int.MaxValue - total);
            Owe(partition, asked);
            total += asked;
        }

        // Where one call could not carry it all, the rest is looked for again.
        if (total < int.MaxValue)
        {
            _wanting.Clear();
        }

        return new() { Total = total, Partitions = _asked.Take() };
    }

    private void Look()
    {
        foreach (var partition in _stirred.Members)
        {
            var unasked = UnaskedOf(partition);
            _allUnasked += unasked - _unasked[partition];
            _unasked[partition] = unasked;
            if (unasked > 0)
            {
                _wanting.Add(partition);
            }
        }

        _stirred.Clear();
    }

    private void Owe(int partition, int asked)
    {
        if (asked > 0)
        {
            _owed[partition] += asked;
            _unasked[partition] -= asked;
            _allUnasked -= asked;
            _debtors.Add(partition);
        }
    }

    private int Ask(int partition, long demand, int most)
    {
        var asked = (int)Math.Min(demand, most);
        if (asked > 0)
        {
            _asked.Add(partition, asked);
        }

        return asked;
    }

    private int UnaskedOf(int partition)
    {
        ref readonly var lane = ref lanes.All[partition];
        var room = lane.Shelf?.Room ?? parkLimit - lane.Parked;
        return (int)Math.Max(0, Math.Min(lane.Wanted, room) - _owed[partition]);
    }

    private int Pay(int partition, long count)
    {
        var paid = (int)Math.Min(Math.Min(_owed[partition], _unattributed), count);
        _owed[partition] -= paid;
        _unattributed -= paid;
        _stirred.Add(partition);
        if (_owed[partition] == 0)
        {
            _debtors.Remove(partition);
        }

        return paid;
    }
}
