using System.Diagnostics;

namespace Party.Demand.Subscriptions;

/// <summary>One consumer's link to one producer, as the producer's ledger keeps it.</summary>
/// <remarks>
/// <para>Conservation law 1: granted = sent + outstanding.</para>
/// <para>
/// Sequence numbers count the events of one subscription from 1, so the number of the last event sent is also how
/// many were sent, and "handled up to n" is a count too. Of what was sent, <see cref="Handled"/> events came to
/// a good end, and <see cref="InFlight"/> are on their way or being handled.
/// </para>
/// </remarks>
[DebuggerDisplay("{Id}: Granted = {Granted}, Sent = {Sent}, Outstanding = {Outstanding}, Handled = {Handled}")]
public class Subscription(SubscriptionId id, SubscriptionOptions options)
{
    /// <summary>The name the consumer chose.</summary>
    public SubscriptionId Id { get; } = id;

    /// <summary>What the consumer asked for.</summary>
    public SubscriptionOptions Options { get; } = options;

    /// <summary>Who holds it: equal for all subscriptions of one consumer.</summary>
    public virtual object Holder => this;

    /// <summary>Whether anything is handed on to it; false from its cancellation on.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>All demand ever requested, in events.</summary>
    public long Granted { get; private set; }

    /// <summary>Events handed on; also the sequence number of the last one.</summary>
    public long Sent { get; private set; }

    /// <summary>Events that the consumer says it has handled; also the sequence number of the last one.</summary>
    public long Handled { get; private set; }

    /// <summary>Demand requested and not yet met.</summary>
    public long Outstanding => Granted - Sent;

    /// <summary>Events sent whose end is not known yet.</summary>
    public long InFlight => Sent - Handled - SettledAhead;

    /// <summary>Demand that was requested, and has to wait before it counts.</summary>
    public long Deferred { get; internal set; }

    /// <summary>Demand that was requested, and counts together with that of others in a moment.</summary>
    public long Folded { get; internal set; }

    /// <summary>Events beyond <see cref="Handled"/> that were confirmed or rejected by themselves.</summary>
    internal long SettledAhead { get; set; }

    /// <summary>Where in the running step the last delivery to it is; a dispatcher looks whether it is.</summary>
    internal int LastDelivery { get; set; }

    /// <summary>The seat that the dispatcher gave this subscription; the dispatcher's own, −1 without one.</summary>
    public int Seat { get; set; } = -1;

    /// <summary>Where it stands in its ranking.</summary>
    internal int Rank { get; set; }

    /// <summary>Where it stands among those of its dispatcher, in the order they came.</summary>
    internal int Place { get; set; }

    /// <summary>What of a request is new.</summary>
    /// <param name="count">The demand to add, at least 1.</param>
    /// <param name="total">
    /// All demand requested so far, this request included, or 0 where the consumer does not say. It makes a repeated
    /// request worth nothing, and one that follows a lost one worth both.
    /// </param>
    public long NewDemand(int count, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return total > 0 ? Math.Max(0, total - Granted - Deferred - Folded) : count;
    }

    /// <summary>Adds to the outstanding demand.</summary>
    public void Grant(long demand)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(demand);
        Granted += demand;
    }

    /// <summary>Takes events off the outstanding demand as they are handed on.</summary>
    /// <returns>The sequence number of the first of them.</returns>
    public long Send(int count)
    {
        if (count > Outstanding)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Expected at most the outstanding demand of {Id}, {Outstanding}, got {count}.");
        }

        var first = Sent + 1;
        Sent += count;
        return first;
    }

    /// <summary>
    /// Notes how far the consumer has come; an older number than the last, or one never sent, changes nothing.
    /// </summary>
    /// <returns>How many events this confirmed for the first time.</returns>
    public long Confirm(long upTo)
    {
        var news = upTo > Sent ? 0 : Math.Max(0, upTo - Handled);
        Handled += news;
        return news;
    }
}
