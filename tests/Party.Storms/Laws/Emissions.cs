namespace Party.Storms.Laws;

/// <summary>What a stage emitted, in order. A stage between two others may emit an event more than once.</summary>
internal sealed class Emissions
{
    private readonly Dictionary<int, List<int>> _places = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Events that were emitted, each named once.</summary>
    public IEnumerable<int> Items => _places.Keys;

    /// <summary>Adds one.</summary>
    public void Add(int item)
    {
        if (!_places.TryGetValue(item, out var places))
        {
            _places[item] = places = [];
        }

        places.Add(Count++);
    }

    /// <summary>How often an event was emitted.</summary>
    public int TimesOf(int item) => _places.TryGetValue(item, out var places) ? places.Count : 0;

    /// <summary>Where an event was emitted first, and where last.</summary>
    public (int First, int Last) PlacesOf(int item) => _places.TryGetValue(item, out var places)
        ? (places[0], places[^1])
        : (-1, -1);

    /// <summary>Where an event was emitted, at some place or behind it; −1 where it was not.</summary>
    public int Find(int item, int from)
    {
        foreach (var place in _places.GetValueOrDefault(item) ?? [])
        {
            if (place >= from)
            {
                return place;
            }
        }

        return -1;
    }
}
