namespace Akka.Actor.Scheduling;

/// <summary>What is scheduled, the next one first; of those due at one moment, as <c>order</c> says.</summary>
/// <remarks>
/// A binary heap whose items know their place, so that one that is called off leaves at once. Not safe for several
/// threads.
/// </remarks>
internal sealed class TimerHeap(Func<long, long> order)
{
    private readonly List<ScheduledItem> _items = [];
    private long _sequence;

    public ScheduledItem? Next => _items.Count > 0 ? _items[0] : null;

    public void Add(ScheduledItem item)
    {
        item.Sequence = order(_sequence++);
        _items.Add(item);
        MoveUp(item, _items.Count - 1);
    }

    public void Remove(ScheduledItem item)
    {
        var place = item.Place;
        if (place < 0)
        {
            return;
        }

        item.Place = -1;
        var last = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (last != item)
        {
            MoveDown(last, place);
            MoveUp(last, last.Place);
        }
    }

    public void Clear()
    {
        _items.ForEach(item => item.Place = -1);
        _items.Clear();
    }

    private void MoveUp(ScheduledItem item, int place)
    {
        while (place > 0 && item.IsBefore(_items[(place - 1) / 2]))
        {
            Put(_items[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(item, place);
    }

    private void MoveDown(ScheduledItem item, int place)
    {
        while (true)
        {
            var child = (2 * place) + 1;
            if (child + 1 < _items.Count && _items[child + 1].IsBefore(_items[child]))
            {
                child++;
            }

            if (child >= _items.Count || !_items[child].IsBefore(item))
            {
                break;
            }

            Put(_items[child], place);
            place = child;
        }

        Put(item, place);
    }

    private void Put(ScheduledItem item, int place)
    {
        _items[place] = item;
        item.Place = place;
    }
}
