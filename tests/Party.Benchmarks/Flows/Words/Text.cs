using Party.Benchmarks.Partitions;

namespace Party.Benchmarks.Flows.Words;

/// <summary>A text, the same every time: ten thousand distinct words, as uneven as in a language.</summary>
internal static class Text
{
    private const int Distinct = 10_000;

    /// <summary>Every word is one of ten thousand objects.</summary>
    public static string[] OfShared(int count)
    {
        var vocabulary = Vocabulary();
        var shares = Shares.Zipf(Distinct, 1);
        var words = new string[count];
        foreach (ref var word in words.AsSpan())
        {
            word = vocabulary[shares.Next()];
        }

        return words;
    }

    /// <summary>The same words, each an object of its own, as they are when they were cut out of a file.</summary>
    public static string[] OfOwn(int count) =>
        Array.ConvertAll(OfShared(count), static word => new string(word.AsSpan()));

    private static string[] Vocabulary()
    {
        var random = new Random(1);
        var words = new HashSet<string>();
        while (words.Count < Distinct)
        {
            words.Add(string.Concat(
                Enumerable.Range(0, random.Next(3, 11)).Select(_ => (char)('a' + random.Next(26)))));
        }

        return [.. words];
    }
}
