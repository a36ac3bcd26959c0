using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: events of one subscription, never more than were requested.</summary>
public abstract class Events
{
    private protected Events(SubscriptionId id, long first) => (Id, First) = (id, first);

    /// <summary>The subscription.</summary>
    public SubscriptionId Id { get; }

    /// <summary>The sequence number of the first event; a subscription's events are numbered from 1.</summary>
    public long First { get; }

    /// <summary>How many events there are.</summary>
    public abstract int Count { get; }

    /// <summary>Events of a subscription, in an array that nobody reuses.</summary>
    public static Events<TEvent> Of<TEvent>(SubscriptionId id, long first, params IReadOnlyList<TEvent> batch) =>
        new(id, first, batch);
}
