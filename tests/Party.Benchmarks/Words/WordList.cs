namespace Party.Benchmarks.Words;

/// <summary>The words and the hash of the party shape, the same for every contender.</summary>
internal sealed class WordList
{
    private const int Distinct = 1000;
    private const int Long = 100_000;
    private const int Table = 128;

    // Latin's first letters, about as often as they come in lorem words; w to z never do.
    private const string FirstLetters = "aaaaabcccddddeeeeeefhiiiiilmmnnnooppqqqqqrrrssstttuuvvvv";
    private const string Letters = "aeioubcdlmnprstv";

    private readonly int[] _partitions = new int[Table];
    private readonly long[] _sums;

    private WordList(string[] words)
    {
        Words = words;
        _sums = new long[words.Length + 1];
        for (var index = 0; index < words.Length; index++)
        {
            _sums[index + 1] = _sums[index] + words[index].Length;
        }

        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            _partitions[letter] = letter switch { <= 'i' => 0, <= 'r' => 1, <= 'v' => 2, _ => 3 };
        }

        Hash = word => _partitions[word[0]];
    }

    /// <summary>What is gone through again and again, in this order.</summary>
    public string[] Words { get; }

    /// <summary>The partition of a word, by its first letter.</summary>
    public Func<string, int> Hash { get; }

    /// <summary>1,000 words, the same every time: soon, a branch predictor may know them by heart.</summary>
    public static WordList Make()
    {
        var random = new Random(1);
        return new([.. Enumerable.Range(0, Distinct).Select(_ => MakeWord(random))]);
    }

    /// <summary>The same words, in a shuffled list of 100,000 that no branch predictor can learn.</summary>
    public static WordList MakeShuffled()
    {
        var words = Make().Words;
        var list = Enumerable.Range(0, Long).Select(index => words[index % Distinct]).ToArray();
        new Random(2).Shuffle(list);
        return new(list);
    }

    /// <summary>The lengths of the first so many words together.</summary>
    public long SumOf(long count) => (count / Words.Length * _sums[^1]) + _sums[count % Words.Length];

    /// <summary>The lengths of some words together.</summary>
    public static long Sum(ReadOnlySpan<string> words)
    {
        var sum = 0L;
        foreach (var word in words)
        {
            sum += word.Length;
        }

        return sum;
    }

    private static string MakeWord(Random random) => FirstLetters[random.Next(FirstLetters.Length)]
        + string.Concat(Enumerable.Range(0, random.Next(1, 11)).Select(_ => Letters[random.Next(Letters.Length)]));
}
