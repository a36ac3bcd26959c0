namespace Party.Benchmarks.Words;

/// <summary>The words and the hash of the party shape, the same for every contender.</summary>
internal sealed class WordList
{
    private const int Distinct = 1000;
    private const int Table = 128;

    // Latin's first letters, about as often as they come in lorem words; w to z never do.
    private const string FirstLetters = "aaaaabcccddddeeeeeefhiiiiilmmnnnooppqqqqqrrrssstttuuvvvv";
    private const string Letters = "aeioubcdlmnprstv";

    private readonly int[] _partitions = new int[Table];

    private WordList(string[] words)
    {
        Words = words;
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            _partitions[letter] = letter switch { <= 'i' => 0, <= 'r' => 1, <= 'v' => 2, _ => 3 };
        }

        Hash = word => _partitions[word[0]];
    }

    /// <summary>1,000 words in no order that a branch predictor could learn within one pass.</summary>
    public string[] Words { get; }

    /// <summary>The partition of a word, by its first letter.</summary>
    public Func<string, int> Hash { get; }

    /// <summary>The same words every time.</summary>
    public static WordList Make()
    {
        var random = new Random(1);
        return new([.. Enumerable.Range(0, Distinct).Select(_ => MakeWord(random))]);
    }

    private static string MakeWord(Random random) => FirstLetters[random.Next(FirstLetters.Length)]
        + string.Concat(Enumerable.Range(0, random.Next(1, 11)).Select(_ => Letters[random.Next(Letters.Length)]));
}
