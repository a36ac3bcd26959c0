using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>A subscription as the consuming stage sees it: the books, and who fills them.</summary>
internal sealed class ProducerLink(SubscriptionId id, Wish wish)
{
    private List<EventRange>? _ahead;
    private Request? _latest;
    private Request? _older;
    private long _told;
    private long _awaited;
    private bool _isProved;

    /// <summary>Its name.</summary>
    public SubscriptionId Id { get; } = id;

    /// <summary>The stage that the events come from.</summary>
    public IActorRef Producer { get; } = wish.Producer;

    /// <summary>What it is an attempt at.</summary>
    public Wish Wish => wish;

    /// <summary>What the end of it means.</summary>
    public CancelMode Mode => Options.Cancel;

    /// <summary>Why the producer refused it, if it did.</summary>
    public Refusal Refusal { get; set; }

    /// <summary>Whether the producer has admitted it.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Whether the stage's own code requests its events.</summary>
    public bool IsManual { get; set; }

    /// <summary>Whether this stage itself has cancelled it: then its end means nothing more.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Whether the producer has ended it, so that a request would be in vain.</summary>
    public bool IsOver { get; set; }

    /// <summary>The books.</summary>
    public ConsumerLedger Ledger { get; } = new(wish.To.Options);

    /// <summary>The books of its events' children, where they have some.</summary>
    public ChildLedger? Children { get; private set; }

    /// <summary>Whether its end was dealt with, but for events that still have children.</summary>
    public bool IsConcluded { get; set; }

    /// <summary>
    /// The books of what is made of its events, where that has to be confirmed first; null where nothing is.
    /// </summary>
    public OpenBatches? Batches { get; private set; }

    /// <summary>Whether its events are delivered at least once.</summary>
    public bool IsRetained { get; } = wish.To.Options.Delivery == DeliveryMode.AtLeastOnce;

    /// <summary>Whether the stage's own code confirms its events.</summary>
    public bool IsByHand { get; } = wish.To.Options.Confirmation == Confirmation.ByHand;

    /// <summary>Whether a handler of its events that takes long is reported.</summary>
    public bool HasBudget { get; } = wish.To.Options.BatchBudget != Timeout.InfiniteTimeSpan;

    /// <summary>The most events to handle at once.</summary>
    public int BatchSize => IsByHand && !IsManual
        ? Options.MaxDemand - Options.EffectiveMinDemand()
        : Ledger.BatchSize;

    /// <summary>The number of the last event up to which all are handled.</summary>
    public long Handled => Children?.Handled ?? Batches?.Handled ?? Ledger.Handled;

    /// <summary>The same, as the stage sees it.</summary>
    public ProducerSubscription Public { get; } = new(id, wish.Producer, wish.To.Options);

    /// <summary>For logs: the subscription, its producer and its partition.</summary>
    public string Text => wish.TextOf(Id);

    /// <summary>Whether more is handled than the producer was told.</summary>
    public bool HasNews => Handled > _told || _ahead is { Count: > 0 };

    /// <summary>Whether the producer waits for more than it was told.</summary>
    public bool IsAwaited => _told < _awaited;

    /// <summary>Whether events it was sent are neither handled nor given up.</summary>
    public bool IsUnfinished => Children is { Running: > 0 } || Batches is { Count: > 0 };

    /// <summary>How many those are, of a stage that only consumes.</summary>
    public long Unfinished => Children is { } children
        ? Ledger.Received - children.Received + children.Running
        : Ledger.Received - Ledger.Handled;

    /// <summary>Whether the stage's own code has yet to confirm some of them.</summary>
    public bool IsAtWork => IsByHand && IsUnfinished;

    /// <summary>Whether so many events are unconfirmed that no more are sent.</summary>
    public bool IsExhausted => Batches?.Events >= Options.MaxDemand;

    /// <summary>
    /// Whether more is requested by the count of unfinished events, rather than by the stage's own code.
    /// </summary>
    public bool IsAsking { get; private set; }

    private SubscriptionOptions Options => wish.To.Options;

    /// <summary>Its events are finished one by one from now on.</summary>
    /// <param name="isAsking">Whether more is requested by how many are not.</param>
    public void BeginWithChildren(bool isAsking) => (Children, IsAsking) = (new(Options), isAsking);

    /// <summary>What is made of its events has to be confirmed before they are.</summary>
    public void BeginWithBatches() => Batches = new();

    /// <summary>Events have come: what is tried next is a first attempt again.</summary>
    public void Proved()
    {
        if (!_isProved)
        {
            _isProved = true;
            wish.Attempts = 0;
        }
    }

    /// <summary>Enters that an event is finished, maybe before older ones.</summary>
    /// <returns>False where it was not being handled.</returns>
    public bool TryFinish(long number)
    {
        if (Children?.TryFinish(number) != true)
        {
            return false;
        }

        if (IsRetained)
        {
            (_ahead ??= []).Add(new(number, number));
        }

        return true;
    }

    /// <summary>The producer waits to be told that so many events are handled.</summary>
    public void Await(long upTo) => _awaited = Math.Max(_awaited, upTo);

    /// <summary>Enters the batches that have ended.</summary>
    public void Collect()
    {
        if (Batches is { } batches)
        {
            batches.Collect();
            if (batches.TakeAhead() is { } ahead)
            {
                (_ahead ??= []).AddRange(ahead);
            }
        }
    }

    /// <summary>Says how far its events are handled.</summary>
    public Confirm Confirm()
    {
        _told = Handled;
        DropTold();
        IReadOnlyList<EventRange>? ahead = _ahead is not { Count: > 0 } ? null : [.. _ahead];
        _ahead?.Clear();
        return new(Id, _told, ahead);
    }

    /// <summary>A request for so many events more.</summary>
    public Request Request(int demand)
    {
        Collect();
        _told = Handled;
        DropTold();
        return Next(demand);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Of the last two that were sent, the older has most likely been met.
    private Request Next(int demand)
    {
        (_latest, _older) = (_older, _latest);
        return _latest?.TryReuse(demand, Ledger.Granted, _told) == true
            ? _latest
            : _latest = new(demand, Id, Ledger.Granted, _told);
    }

    // Seldom is anything there, and a closure would be made all the same.
    private void DropTold()
    {
        if (_ahead is { Count: > 0 } ahead)
        {
            ForgetUpTo(ahead, _told);
        }
    }

    private static void ForgetUpTo(List<EventRange> ahead, long told) =>
        ahead.RemoveAll(range => range.Last <= told);
}
