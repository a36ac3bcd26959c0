using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Party.Flows.Windows;

/// <summary>Open windows in the order of their numbers: they come at the back and mostly go at the front.</summary>
internal sealed class AlignedPanes<T> : IEnumerable<AlignedPane<T>>
{
    private const int LeastGone = 64;

    // What has gone from the front leaves a gap, which is closed when it is half of the list.
    private readonly List<AlignedPane<T>?> _panes = [];
    private int _gone;

    public int Count => _panes.Count - _gone;

    public AlignedPane<T> First => this[0];

    public AlignedPane<T> Last => this[Count - 1];

    public AlignedPane<T> this[int index] =>
        _panes[_gone + index] ?? throw new UnreachableException($"Expected an open window at {index}, got none.");

    public bool TryFind(long number, [NotNullWhen(true)] out AlignedPane<T>? found)
    {
        var index = PlaceOf(number);
        found = index < Count && this[index].Number == number ? this[index] : null;
        return found is not null;
    }

    public void Add(AlignedPane<T> open) => _panes.Insert(_gone + PlaceOf(open.Number), open);

    public AlignedPane<T> RemoveFirst()
    {
        var first = First;
        _panes[_gone++] = null;
        if (_gone >= LeastGone && _gone * 2 >= _panes.Count)
        {
            _panes.RemoveRange(0, _gone);
            _gone = 0;
        }

        return first;
    }

    public void Remove(AlignedPane<T> open) => _panes.RemoveAt(_gone + PlaceOf(open.Number));

    public IEnumerator<AlignedPane<T>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The first place whose number is not below; looked for from the back, where most of them are.
    private int PlaceOf(long number)
    {
        if (Count == 0 || Last.Number < number)
        {
            return Count;
        }

        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
