using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>
/// What holds of the events of a stage whose partitions are changed: at another partition, an event of a key is handled
/// when no older one of the key is still to be.
/// </summary>
internal sealed class MoveLaws
{
    private readonly HashSet<(StageState From, int Item)> _handled = [];
    private readonly Dictionary<(StageState From, int Key), Dictionary<int, int>> _highest = [];

    /// <summary>Whether an event of such a stage has been handled.</summary>
    public bool HasHandled(StageState from, int item) => _handled.Contains((from, item));

    /// <param name="handled">An event that is handled.</param>
    /// <param name="isInOrder">Whether it has to be in order with those of other partitions.</param>
    /// <returns>What is wrong with that; null if nothing is.</returns>
    public string? OutOfOrder(Handled handled, bool isInOrder)
    {
        var from = handled.From;
        if (!from.IsToChange)
        {
            return null;
        }

        // What comes again may come after what has moved, if it was handled before.
        if (!_handled.Add((from, handled.Item)) || from.IsHurried)
        {
            return null;
        }

        var key = (from, from.Plan.KeyOf(handled.Item));
        if (!_highest.TryGetValue(key, out var places))
        {
            _highest[key] = places = [];
        }

        var partition = handled.By.Plan.Wires.First(wire => wire.To == from.Plan.Name).Partition;
        var (first, last) = from.Emitted.PlacesOf(handled.Item);
        places[partition] = Math.Max(first, places.GetValueOrDefault(partition, -1));
        foreach (var (other, place) in places)
        {
            if (other != partition && place > last && isInOrder)
            {
                return $"Expected no event of a key at {other} before all at {partition} were handled, got it late: "
                    + $"{handled}.";
            }
        }

        return null;
    }
}
