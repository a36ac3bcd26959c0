using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors.Producing;

/// <summary>A producing stage's subscriptions, by consumer; and the consumers that are being restarted.</summary>
internal sealed class ConsumerLinks
{
    private readonly Dictionary<IActorRef, List<ConsumerLink>> _links = [];
    private readonly Dictionary<IActorRef, List<int>> _returning = [];

    /// <summary>All of them; a copy.</summary>
    public IReadOnlyList<ConsumerLink> All => [.. _links.Values.SelectMany(static links => links)];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _links.Count == 0;

    /// <summary>Whether somebody is being restarted, and will be back.</summary>
    public bool IsAnyExpected => _returning.Count > 0;

    /// <summary>Those of one consumer.</summary>
    public IReadOnlyList<ConsumerLink> Of(IActorRef consumer) =>
        _links.TryGetValue(consumer, out var links) ? links : [];

    /// <summary>A consumer's subscription of a name or, without one, its only subscription.</summary>
    public ConsumerLink? Find(IActorRef consumer, SubscriptionId id)
    {
        var links = Of(consumer);
        for (var index = 0; index < links.Count; index++)
        {
            if (links[index].Id == id)
            {
                return links[index];
            }
        }

        return id.IsNone && links.Count == 1 ? links[0] : null;
    }

    /// <summary>Enters a subscription, whose consumer is back if it was being restarted.</summary>
    public void Add(ConsumerLink link)
    {
        if (!_links.TryGetValue(link.Consumer, out var links))
        {
            _links[link.Consumer] = links = [];
        }

        links.Add(link);
        if (_returning.TryGetValue(link.Consumer, out var seats) && seats.Remove(link.Seat) && seats.Count == 0)
        {
            _returning.Remove(link.Consumer);
        }
    }

    /// <summary>Strikes a subscription off.</summary>
    /// <returns>Whether nothing is left that ties the consumer to this stage.</returns>
    public bool Remove(ConsumerLink link)
    {
        if (_links.TryGetValue(link.Consumer, out var links) && links.Remove(link) && links.Count == 0)
        {
            _links.Remove(link.Consumer);
        }

        return !_links.ContainsKey(link.Consumer) && !_returning.ContainsKey(link.Consumer);
    }

    /// <summary>A consumer is being restarted, and will want its seat again.</summary>
    public void Expect(IActorRef consumer, int seat)
    {
        if (!_returning.TryGetValue(consumer, out var seats))
        {
            _returning[consumer] = seats = [];
        }

        seats.Add(seat);
    }

    /// <summary>A consumer will not be back.</summary>
    /// <returns>The seats that were kept for it.</returns>
    public IReadOnlyCollection<int> GiveUpOn(IActorRef consumer) =>
        _returning.Remove(consumer, out var seats) ? seats : [];
}
