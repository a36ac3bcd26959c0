using System.Collections.Frozen;
using System.Globalization;

namespace Party.Demand.Partitions;

/// <summary>The partitions of a dispatcher: n of them, numbered from 0, or a list of names.</summary>
/// <remarks>
/// Inside, a partition is its index. Numbered partitions cost nothing each: their names are their digits.
/// </remarks>
public sealed class PartitionNames
{
    private readonly string[] _names;
    private readonly FrozenDictionary<string, int>? _indexes;

    private PartitionNames(int count)
    {
        Count = count;
        _names = [];
    }

    private PartitionNames(string[] names, FrozenDictionary<string, int> indexes)
    {
        Count = names.Length;
        _names = names;
        _indexes = indexes;
    }

    /// <summary>How many partitions there are, at least 1.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether the partitions are 0 to <see cref="Count"/> − 1 rather than names of someone's choice.
    /// </summary>
    public bool AreNumbers => _indexes is null;

    /// <summary>The name of a partition.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return AreNumbers ? index.ToString(CultureInfo.InvariantCulture) : _names[index];
        }
    }

    /// <summary>Partitions 0 to <paramref name="count"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static PartitionNames Numbered(int count) => count >= 1
        ? new(count)
        : throw new ArgumentOutOfRangeException(
            nameof(count), count, $"Expected partitions to be a number of at least 1 or a list of names, got {count}.");

    /// <summary>Partitions with names; their order is their index.</summary>
    /// <exception cref="ArgumentException">No name, an empty one, or one that comes twice.</exception>
    public static PartitionNames Named(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] all = [.. names];
        var indexes = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);

        for (var index = 0; index < all.Length; index++)
        {
            if (string.IsNullOrEmpty(all[index]))
            {
                throw new ArgumentException($"Expected every partition to have a name, got an empty one at {index}.", nameof(names));
            }

            if (!indexes.TryAdd(all[index], index))
            {
                throw new ArgumentException(
                    $"Expected partitions with different names, got \"{all[index]}\" twice.", nameof(names));
            }
        }

        return all.Length > 0
            ? new(all, indexes.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new ArgumentException("Expected at least one partition, got an empty list.", nameof(names));
    }

    /// <summary>The index of a partition, or −1 where there is none of that name.</summary>
    public int IndexOf(string name)
    {
        if (name is null)
        {
            return -1;
        }

        if (_indexes is not null)
        {
            return _indexes.GetValueOrDefault(name, -1);
        }

        var isIndex = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < Count;
        return isIndex && (name.Length == 1 || name[0] != '0') ? index : -1;
    }

    /// <summary>Whether the others are the same, in the same order.</summary>
    internal bool IsSame(PartitionNames others) =>
        this == others || (IsLike(others) && Count == others.Count && _names.AsSpan().SequenceEqual(others._names));

    /// <summary>Whether two are of one kind: numbers, or names of someone's choice.</summary>
    internal bool IsLike(PartitionNames other) => AreNumbers == other.AreNumbers;

    /// <summary>These, in their order, and behind them those of others that are not among them.</summary>
    internal PartitionNames Joined(PartitionNames others) => AreNumbers
        ? others.Count > Count ? others : this
        : Named(_names.Union(others._names, StringComparer.Ordinal));

    /// <summary><c>[0..3]</c>, or <c>[one, two, three, four]</c>; a long list is cut.</summary>
    public override string ToString()
    {
        const int Shown = 8;

        return AreNumbers
            ? $"[0..{Count - 1}]"
            : $"[{string.Join(", ", _names.Take(Shown))}{(Count > Shown ? $", … {Count - Shown} more" : "")}]";
    }
}
