using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>Consumers that share events out among them, with the highest demand at hand.</summary>
/// <remarks>
/// Among equals the one comes first whose demand was the first to become what it is. O(1) to look at, O(log n) for
/// every change.
/// </remarks>
internal sealed class Sharers
{
    // By what is missing to no demand at all, so that the highest demand has the lowest number.
    private readonly Ranking _ranking = new();

    /// <summary>How many there are.</summary>
    public int Count => _ranking.Count;

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Subscription> All => _ranking.All;

    /// <summary>Their demand together.</summary>
    public long Outstanding { get; private set; }

    /// <summary>The one with the highest demand. There must be one.</summary>
    public Subscription Highest => _ranking.First;

    /// <summary>A consumer comes, with the demand it has.</summary>
    public void Add(Subscription subscription)
    {
        Outstanding += subscription.Outstanding;
        _ranking.Add(subscription, -subscription.Outstanding);
    }

    /// <summary>A consumer leaves, with its demand.</summary>
    /// <returns>False where it is none of them.</returns>
    public bool Remove(Subscription subscription)
    {
        if (!_ranking.Remove(subscription))
        {
            return false;
        }

        Outstanding -= subscription.Outstanding;
        return true;
    }

    /// <summary>A consumer's demand has grown, or sunk where it is negative.</summary>
    public void Change(Subscription subscription, long demand)
    {
        Outstanding += demand;
        _ranking.Change(subscription, -demand);
    }

    /// <summary>Puts equals in an order that a seed chooses; demand still decides before it.</summary>
    public void Shuffle(int seed)
    {
        var all = _ranking.ToArray();
        new Random(seed).Shuffle(all);
        _ranking.Clear();
        foreach (var subscription in all)
        {
            _ranking.Add(subscription, -subscription.Outstanding);
        }
    }
}
