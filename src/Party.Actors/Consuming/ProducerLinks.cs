using System.Diagnostics.CodeAnalysis;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>A consuming stage's subscriptions, in the order they were made.</summary>
/// <remarks>
/// A mutable value: it belongs in a field. Most stages have one, which costs no table, and is found where it was left.
/// </remarks>
internal struct ProducerLinks()
{
    // As many are found by looking at each.
    private const int Few = 8;

    private readonly List<ProducerLink> _all = new(1);
    private Dictionary<SubscriptionId, ProducerLink>? _byId;
    private ProducerLink? _latest;

    /// <summary>How many there are.</summary>
    public readonly int Count => _all.Count;

    /// <summary>All of them; not to be kept while one is added or removed.</summary>
    public readonly List<ProducerLink> Values => _all;

    /// <summary>Their names.</summary>
    public readonly IEnumerable<SubscriptionId> Keys => _all.Select(static link => link.Id);

    /// <summary>The one of a name.</summary>
    public bool TryGetValue(SubscriptionId id, [NotNullWhen(true)] out ProducerLink? link)
    {
        link = _latest?.Id == id ? _latest : _byId is null ? Search(id) : _byId.GetValueOrDefault(id);
        _latest = link ?? _latest;
        return link is not null;
    }

    /// <summary>Enters one.</summary>
    public void Add(ProducerLink link)
    {
        _all.Add(link);
        _byId?.Add(link.Id, link);
        if (_byId is null && _all.Count > Few)
        {
            _byId = _all.ToDictionary(static one => one.Id);
        }
    }

    /// <summary>Strikes one off.</summary>
    public void Remove(ProducerLink link)
    {
        _all.Remove(link);
        _byId?.Remove(link.Id);
        _latest = null;
    }

    /// <summary>Strikes all off.</summary>
    public void Clear()
    {
        _all.Clear();
        _byId = null;
        _latest = null;
    }

    private readonly ProducerLink? Search(SubscriptionId id)
    {
        foreach (var link in _all)
        {
            if (link.Id == id)
            {
                return link;
            }
        }

        return null;
    }
}
