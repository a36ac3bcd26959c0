using System.Diagnostics.CodeAnalysis;
using Party.Demand.Buffering;

namespace Party.Demand.Partitions.Shelves;

/// <summary>Messages that wait for all that was parked before them, in whatever order that leaves.</summary>
/// <remarks>The cost of an event that leaves is O(log messages that wait).</remarks>
internal sealed class AgeMarkers
{
    // Each with the age of the first event that need not leave before it, and with how many still have to that need
    // not leave before the one in front of it.
    private readonly List<(long Before, int Left, WaitingInfo Info)> _markers = [];
    private int _waitedFor;

    /// <summary>Lets a message wait for all events that wait now.</summary>
    /// <param name="nextAge">Greater than the age of any of them, and not than that of any to come.</param>
    /// <param name="waiting">How many there are.</param>
    /// <param name="info">The message.</param>
    public void Add(long nextAge, int waiting, WaitingInfo info)
    {
        _markers.Add((nextAge, waiting - _waitedFor, info));
        _waitedFor = waiting;
    }

    /// <summary>Notes that an event has left.</summary>
    public void Pass(long age)
    {
        var (low, high) = (0, _markers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _markers[middle].Before <= age ? (middle + 1, high) : (low, middle);
        }

        if (low < _markers.Count)
        {
            var (before, left, info) = _markers[low];
            _markers[low] = (before, left - 1, info);
            _waitedFor--;
        }
    }

    /// <summary>Takes a message whose events have all left.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out WaitingInfo? info)
    {
        info = _markers is [(_, 0, var due), ..] ? due : null;
        if (info is not null)
        {
            _markers.RemoveAt(0);
        }

        return info is not null;
    }
}
