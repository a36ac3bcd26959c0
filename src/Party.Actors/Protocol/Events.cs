using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: events of one subscription, never more than were requested.</summary>
public abstract class Events
{
    private protected Events(SubscriptionId id, long first, int attempt) => (Id, First, Attempt) = (id, first, attempt);

    /// <summary>The subscription.</summary>
    public SubscriptionId Id { get; }

    /// <summary>The sequence number of the first event; a subscription's events are numbered from 1.</summary>
    public long First { get; private protected set; }

    /// <summary>
    /// How often all of them have been handed on now: 1, or more where others were sent them and did not confirm.
    /// </summary>
    public int Attempt { get; private protected set; }

    /// <summary>How many events there are.</summary>
    public abstract int Count { get; }

    /// <summary>Events of a subscription, in an array that nobody reuses.</summary>
    public static Events<TEvent> Of<TEvent>(SubscriptionId id, long first, params IReadOnlyList<TEvent> batch) =>
        new(id, first, batch);
}
