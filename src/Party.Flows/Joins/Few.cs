namespace Party.Flows.Joins;

/// <summary>Events, of which most of the time there is one: only a second takes a list.</summary>
internal struct Few<TEvent>
{
    private TEvent _first;
    private List<TEvent>? _more;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, by the order in which they came.</summary>
    public readonly TEvent this[int index] => index == 0 || _more is null ? _first : _more[index - 1];

    /// <summary>Adds an event.</summary>
    public void Add(TEvent item)
    {
        if (Count++ == 0)
        {
            _first = item;
        }
        else
        {
            (_more ??= []).Add(item);
        }
    }
}
