using System.Diagnostics.CodeAnalysis;

namespace Party.Demand.Buffering;

/// <summary>Where in a queue messages wait for the events before them to go.</summary>
/// <remarks>Positions count from the front of the queue and sink as events leave; a marker at 0 is due.</remarks>
internal sealed class InfoMarkers
{
    private readonly Queue<(int Position, WaitingInfo Info)> _markers = new();
    private int _gone;

    /// <summary>How many events are before the first marker; <see cref="int.MaxValue"/> without one.</summary>
    public int Next => _markers.TryPeek(out var first) ? first.Position - _gone : int.MaxValue;

    /// <summary>Sets a marker behind so many events.</summary>
    public void Add(int position, WaitingInfo info) => _markers.Enqueue((_gone + position, info));

    /// <summary>Notes that events left the front of the queue.</summary>
    public void Pass(int count) => _gone = _markers.Count == 0 ? 0 : _gone + count;

    /// <summary>Notes that events came in at the front of the queue.</summary>
    public void Shift(int count)
    {
        for (var left = _markers.Count; left > 0; left--)
        {
            var (position, info) = _markers.Dequeue();
            _markers.Enqueue((position + count, info));
        }
    }

    /// <summary>Takes out all markers, with their places.</summary>
    public List<(int Position, WaitingInfo Info)> TakeAll()
    {
        var all = _markers.Select(marker => (marker.Position - _gone, marker.Info)).ToList();
        _markers.Clear();
        _gone = 0;
        return all;
    }

    /// <summary>Takes the next marker that is due.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out WaitingInfo? info)
    {
        info = Next <= 0 ? _markers.Dequeue().Info : null;
        return info is not null;
    }
}
