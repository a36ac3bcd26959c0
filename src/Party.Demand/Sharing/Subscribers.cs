using System.Collections;
using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>A dispatcher's subscriptions, in the order they came.</summary>
/// <remarks>
/// One that leaves leaves a gap, and gaps are closed when somebody looks: coming and going are O(1), however many
/// there are.
/// </remarks>
internal sealed class Subscribers : IReadOnlyList<Subscription>
{
    private Subscription?[] _places = [];

    // How many places are in use, gaps and all.
    private int _end;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>All of them; good until one comes or leaves.</summary>
    public ReadOnlySpan<Subscription> All
    {
        get
        {
            CloseGaps();
            return _places.AsSpan(0, Count)!;
        }
    }

    /// <inheritdoc/>
    public Subscription this[int index] => All[index];

    /// <summary>One comes.</summary>
    public void Add(Subscription subscription)
    {
        if (_end == _places.Length)
        {
            MakeRoom();
        }

        subscription.Place = _end;
        _places[_end++] = subscription;
        Count++;
    }

    /// <summary>One leaves.</summary>
    /// <returns>False where it is none of them.</returns>
    public bool Remove(Subscription subscription)
    {
        var place = subscription.Place;
        if (place >= _end || _places[place] != subscription)
        {
            return false;
        }

        _places[place] = null;
        Count--;
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<Subscription> GetEnumerator()
    {
        CloseGaps();
        for (var index = 0; index < Count; index++)
        {
            yield return _places[index]!;
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A few gaps are not worth going through all, else that could be done for each that comes.
    private void MakeRoom()
    {
        if (Count <= _end / 2)
        {
            CloseGaps();
        }

        if (_end == _places.Length)
        {
            Array.Resize(ref _places, Math.Max(4, 2 * _end));
        }
    }

    private void CloseGaps()
    {
        if (_end == Count)
        {
            return;
        }

        var next = 0;
        for (var place = 0; place < _end; place++)
        {
            if (_places[place] is { } subscription)
            {
                subscription.Place = next;
                _places[next++] = subscription;
            }
        }

        Array.Clear(_places, next, _end - next);
        _end = next;
    }
}
