using System.Collections.Immutable;
using System.Text;
using Party.Demand.Partitions;

namespace Party.Demo.Settings;

/// <summary>The partition of each first letter.</summary>
internal sealed class LetterMap
{
    private const int Table = 128;

    private readonly ImmutableArray<(LetterRange Range, int Partition)> _ranges;
    private readonly int[] _ascii = new int[Table];
    private readonly int _default;

    public LetterMap(ImmutableArray<PartitionSettings> partitions, string? defaultPartition)
    {
        _ranges = [.. partitions.SelectMany((partition, index) => partition.Letters.Select(range => (range, index)))];
        _default = partitions.Select(partition => partition.Name).ToList().IndexOf(defaultPartition ?? "");
        for (var letter = 0; letter < Table; letter++)
        {
            _ascii[letter] = Find(new Rune(letter));
        }
    }

    /// <summary>The index of a word's partition; the default one, or −1, for a letter that nobody owns.</summary>
    public int PartitionOf(string word)
    {
        var first = word.Length > 0 ? word[0] : '\0';
        return first < Table ? _ascii[first] : Find(Rune.GetRuneAt(word, 0));
    }

    private int Find(Rune letter)
    {
        foreach (var (range, partition) in _ranges)
        {
            if (range.Contains(letter))
            {
                return partition;
            }
        }

        return _default >= 0 ? _default : Placement<string>.NoPartition;
    }
}
