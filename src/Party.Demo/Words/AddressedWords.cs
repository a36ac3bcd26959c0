using System.Collections.Immutable;
using Bogus;
using Party.Demo.Settings;

namespace Party.Demo.Words;

/// <summary>
/// Random lorem words for each partition by itself: a stream each, seeded by the seed and the partition.
/// </summary>
/// <remarks>
/// A limit is shared out beforehand, by the number of words that each partition has, so that the same seed brings the
/// same words to the same partitions, whoever asks first. A partition that no word falls to gets none.
/// </remarks>
internal sealed class AddressedWords
{
    private readonly ImmutableArray<string>[] _words;
    private readonly Randomizer[] _random;
    private readonly long[] _left;

    public AddressedWords(LetterMap letters, int partitions, int seed, long? limit)
    {
        var byPartition = Vocabulary.Lorem.ToLookup(letters.PartitionOf);
        _words = [.. Enumerable.Range(0, partitions).Select(partition => byPartition[partition].ToImmutableArray())];
        _random = [.. Enumerable.Range(0, partitions).Select(partition => new Randomizer(SeedOf(seed, partition)))];
        _left = limit is { } given
            ? Share(given, [.. _words.Select(words => words.Length)])
            : [.. _words.Select(Endless)];
    }

    /// <summary>Whether there will never be another word.</summary>
    public bool IsExhausted => Array.TrueForAll(_left, left => left == 0);

    /// <summary>Whether a partition has another word.</summary>
    public bool HasNext(int partition) => _left[partition] > 0;

    /// <summary>Takes a word for a partition that has one.</summary>
    public string Next(int partition)
    {
        _left[partition]--;
        var words = _words[partition];
        return words[_random[partition].Number(words.Length - 1)];
    }

    /// <summary>
    /// Shares a number out in proportion to weights, by largest remainder; the first of equals gets more.
    /// </summary>
    internal static long[] Share(long total, int[] weights)
    {
        var sum = weights.Sum(weight => (long)weight);
        if (sum == 0)
        {
            return new long[weights.Length];
        }

        var shares = weights.Select(weight => (long)((Int128)total * weight / sum)).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Length)
            .OrderByDescending(index => (Int128)total * weights[index] % sum);
        foreach (var index in byRemainder.Take((int)(total - shares.Sum())))
        {
            shares[index]++;
        }

        return shares;
    }

    private static long Endless(ImmutableArray<string> words) => words.IsEmpty ? 0 : long.MaxValue;

    // Streams of neighbouring seeds and partitions must not be each other's.
    private static int SeedOf(int seed, int partition) => unchecked((seed * 31) + (partition + 1) * (int)2654435761);
}
