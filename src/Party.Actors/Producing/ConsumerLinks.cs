using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors.Producing;

/// <summary>
/// A producing stage's subscriptions, by name and by consumer; and the consumers that are being restarted.
/// </summary>
/// <remarks>
/// Finding one is O(1), however many there are, and however many one consumer has. Those of one consumer are a ring
/// of their own, which costs nothing where it has but one.
/// </remarks>
internal sealed class ConsumerLinks
{
    // A name is unique only among one consumer's; others of that name come behind the first.
    private readonly Dictionary<SubscriptionId, ConsumerLink> _named = [];

    // Every consumer's oldest.
    private readonly Dictionary<IActorRef, ConsumerLink> _oldest = [];
    private readonly Dictionary<IActorRef, List<int>> _returning = [];
    private ConsumerLink? _latest;

    /// <summary>All of them; a copy.</summary>
    public IReadOnlyList<ConsumerLink> All => [.. _oldest.Values.SelectMany(Ring)];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _oldest.Count == 0;

    /// <summary>Whether somebody is being restarted, and will be back.</summary>
    public bool IsAnyExpected => _returning.Count > 0;

    /// <summary>Those of one consumer, in the order they came; a copy.</summary>
    public IReadOnlyList<ConsumerLink> Of(IActorRef consumer) =>
        _oldest.TryGetValue(consumer, out var oldest) ? [.. Ring(oldest)] : [];

    /// <summary>A consumer's subscription of a name or, without one, its only subscription.</summary>
    public ConsumerLink? Find(IActorRef consumer, SubscriptionId id)
    {
        // Who asks often asks again.
        if (_latest is { } latest && latest.Id == id && ReferenceEquals(latest.Consumer, consumer))
        {
            return latest;
        }

        for (var link = _named.GetValueOrDefault(id); link is not null; link = link.Namesake)
        {
            if (link.Consumer.Equals(consumer))
            {
                return _latest = link;
            }
        }

        return id.IsNone && _oldest.TryGetValue(consumer, out var only) && only.Next == only ? only : null;
    }

    /// <summary>Enters a subscription, whose consumer is back if it was being restarted.</summary>
    public void Add(ConsumerLink link)
    {
        link.Namesake = _named.GetValueOrDefault(link.Id);
        _named[link.Id] = link;
        if (_oldest.TryGetValue(link.Consumer, out var oldest))
        {
            (link.Previous, link.Next) = (oldest.Previous, oldest);
            oldest.Previous.Next = link;
            oldest.Previous = link;
        }
        else
        {
            _oldest[link.Consumer] = link;
        }

        if (_returning.TryGetValue(link.Consumer, out var seats) && seats.Remove(link.Seat) && seats.Count == 0)
        {
            _returning.Remove(link.Consumer);
        }
    }

    /// <summary>Strikes a subscription off.</summary>
    /// <returns>Whether nothing is left that ties the consumer to this stage.</returns>
    public bool Remove(ConsumerLink link)
    {
        if (Find(link.Consumer, link.Id) == link)
        {
            _latest = null;
            RemoveName(link);
            RemoveFromRing(link);
        }

        return !_oldest.ContainsKey(link.Consumer) && !_returning.ContainsKey(link.Consumer);
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

    private static IEnumerable<ConsumerLink> Ring(ConsumerLink oldest)
    {
        var link = oldest;
        do
        {
            yield return link;
            link = link.Next;
        }
        while (link != oldest);
    }

    private void RemoveName(ConsumerLink link)
    {
        var first = _named[link.Id];
        if (first != link)
        {
            while (first.Namesake != link)
            {
                first = first.Namesake!;
            }

            first.Namesake = link.Namesake;
        }
        else if (link.Namesake is { } next)
        {
            _named[link.Id] = next;
        }
        else
        {
            _named.Remove(link.Id);
        }
    }

    private void RemoveFromRing(ConsumerLink link)
    {
        if (link.Next == link)
        {
            _oldest.Remove(link.Consumer);
            return;
        }

        (link.Previous.Next, link.Next.Previous) = (link.Next, link.Previous);
        if (_oldest[link.Consumer] == link)
        {
            _oldest[link.Consumer] = link.Next;
        }
    }
}
