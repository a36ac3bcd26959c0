using System.Diagnostics;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <summary>
/// One subscription's books on the consumer's side: when to request, and in which portions to handle.
/// </summary>
/// <remarks>
/// <para>
/// Automatic demand: at first max-demand is requested; what comes is handled in batches of at most max-demand −
/// min-demand; after each batch, once min-demand or less is outstanding, as much is requested as is missing from
/// max-demand. Work first, request after.
/// Source: GenStage 1.3.2, automatic subscriptions.
/// </para>
/// <para>Law: granted = received + outstanding, where nothing beyond the demand counts as received.</para>
/// </remarks>
[DebuggerDisplay("Granted = {Granted}, Received = {Received}, Handled = {Handled}, Outstanding = {_outstanding}")]
public sealed class ConsumerLedger
{
    private readonly int _min;
    private readonly int _max;
    private long _outstanding;
    private bool _isManual;

    // How many of the events at hand were asked for; the excess behind them counts for nothing.
    private int _counted;

    /// <summary>Books with nothing in them.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ConsumerLedger(SubscriptionOptions options)
    {
        _max = options.MaxDemand;
        _min = options.EffectiveMinDemand();
    }

    /// <summary>The most events to handle at once; without bound where demand is manual.</summary>
    public int BatchSize => _isManual ? int.MaxValue : _max - _min;

    /// <summary>All demand requested so far.</summary>
    public long Granted { get; private set; }

    /// <summary>The sequence number of the last event received.</summary>
    public long Received { get; private set; }

    /// <summary>The sequence number of the last event handled.</summary>
    public long Handled { get; private set; }

    /// <summary>The first request, for max-demand, where demand is automatic.</summary>
    public int Begin() => Grant(Missing);

    /// <summary>Nothing is requested but by <see cref="Request"/>, now and before.</summary>
    public void BeginManually()
    {
        _isManual = true;
        _outstanding = Granted - Received;
    }

    /// <summary>Requests more events, beyond what is requested automatically.</summary>
    /// <param name="demand">How many, at least 1. What it brings to an automatic subscription counts as excess.</param>
    public void Request(int demand)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(demand);
        if (_isManual)
        {
            Grant(demand);
        }
        else
        {
            Granted += demand;
        }
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
        var news = count - repeated;
        Received += news;
        _counted = (int)Math.Min(news, _outstanding);
        return new(repeated, Missing: 0, Excess: news - _counted);
    }

    /// <summary>Enters a batch that was handled.</summary>
    /// <param name="count">At most <see cref="BatchSize"/>.</param>
    /// <returns>The request that is due now, or 0.</returns>
    public int Handle(int count)
    {
        var counted = Math.Min(count, _counted);
        Handled += count;
        _counted -= counted;
        _outstanding -= counted;
        return !_isManual && _outstanding <= _min ? Grant(Missing) : 0;
    }

    private int Missing => (int)(_max - _outstanding);

    private int Grant(int demand)
    {
        _outstanding += demand;
        Granted += demand;
        return demand;
    }
}
