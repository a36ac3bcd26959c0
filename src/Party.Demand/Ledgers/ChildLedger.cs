using System.Diagnostics;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <summary>
/// One subscription's books where every event has a child of its own: how many more children may run, and which
/// events are finished.
/// </summary>
/// <remarks>
/// <para>
/// An event that was received is running until its child has ended for good; a restart does not end it. At first
/// max-demand is requested; once min-demand or less is running or on its way, as much is requested as is missing from
/// max-demand. So at most max-demand children run at once. It is the rule of every other consumer, with the
/// end of a child in the place of the return of a handler; GenStage 1.3.2 takes min-demand for how many must have ended
/// instead.
/// </para>
/// <para>
/// Children end in any order. <see cref="Handled"/> counts up to the first that has not: what is handled is finished,
/// and what is finished may not count as handled yet.
/// </para>
/// <para>Laws: granted = received + outstanding, where nothing beyond the demand counts as received; received =
/// finished + running; outstanding + running ≤ max-demand, where nothing came beyond the demand.</para>
/// </remarks>
[DebuggerDisplay("Granted = {Granted}, Received = {Received}, Running = {Running}, Handled = {Handled}")]
public sealed class ChildLedger
{
    private readonly int _min;
    private readonly int _max;

    // The unfinished rather than the finished ones: a child that runs for ever must not cost memory for every other.
    private readonly SortedSet<long> _running = [];

    /// <summary>Books with nothing in them.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ChildLedger(SubscriptionOptions options)
    {
        _max = options.MaxDemand;
        _min = options.EffectiveMinDemand();
    }

    /// <summary>All demand requested so far.</summary>
    public long Granted { get; private set; }

    /// <summary>The sequence number of the last event received.</summary>
    public long Received { get; private set; }

    /// <summary>Demand requested and not yet received.</summary>
    public int Outstanding { get; private set; }

    /// <summary>Events received whose children have not ended for good.</summary>
    public int Running => _running.Count;

    /// <summary>The sequence number of the last event up to which all are finished.</summary>
    public long Handled => _running.Count == 0 ? Received : _running.Min - 1;

    /// <summary>The request that is due now, or 0; at first max-demand.</summary>
    /// <remarks>Several children may be finished before it, which makes one request for all of them.</remarks>
    public int Ask()
    {
        var busy = Outstanding + Running;
        if (busy > _min)
        {
            return 0;
        }

        Outstanding += _max - busy;
        Granted += _max - busy;
        return _max - busy;
    }

    /// <summary>Enters events that came in; where some are missing before them, nothing is entered.</summary>
    /// <param name="first">The sequence number of the first of them.</param>
    /// <param name="count">How many, at least 1.</param>
    public Arrival Receive(long first, int count)
    {
        if (first > Received + 1)
        {
            return new(Repeated: 0, Missing: first - 1 - Received, Excess: 0);
        }

        var repeated = (int)Math.Min(Received + 1 - first, count);
        for (var index = repeated; index < count; index++)
        {
            _running.Add(++Received);
        }

        var counted = Math.Min(count - repeated, Outstanding);
        Outstanding -= counted;
        return new(repeated, Missing: 0, Excess: count - repeated - counted);
    }

    /// <summary>Enters that the child of an event has ended for good.</summary>
    /// <param name="number">The event's sequence number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No child of that event is running.</exception>
    public void Finish(long number)
    {
        if (!TryFinish(number))
        {
            throw new ArgumentOutOfRangeException(
                nameof(number),
                number,
                $"Expected the number of a running event, got {number}. {Running} of {Received} are running.");
        }
    }

    /// <summary>Enters that an event is finished, if it was running.</summary>
    public bool TryFinish(long number) => _running.Remove(number);

    /// <summary>
    /// Enters that an event goes back to its producer, if it was running; it is demanded again with that.
    /// </summary>
    public bool TryReject(long number)
    {
        if (!TryFinish(number))
        {
            return false;
        }

        Outstanding++;
        Granted++;
        return true;
    }

    /// <summary>Enters demand that was requested by hand.</summary>
    public void Request(int demand)
    {
        Outstanding += demand;
        Granted += demand;
    }
}
