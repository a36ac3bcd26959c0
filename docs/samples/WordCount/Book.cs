using System.Text.RegularExpressions;

namespace Party.Samples.WordCount;

/// <summary>A book: its words, line by line.</summary>
public static partial class Book
{
    /// <summary>The book that comes with the sample: the first chapters of Alice's Adventures in Wonderland.</summary>
    public static string Alice => Path.Combine(AppContext.BaseDirectory, "alice.txt");

    /// <summary>When somebody began to read.</summary>
    public static DateTimeOffset Begin { get; } = new(1862, 7, 4, 14, 0, 0, TimeSpan.Zero);

    /// <summary>The words of a line. An apostrophe within a word belongs to it, a hyphen does not.</summary>
    /// <param name="line">The line, and its number from 0.</param>
    public static IEnumerable<Word> Words((int Index, string Text) line)
    {
        var time = Begin.AddSeconds(line.Index);
        foreach (Match match in Letters().Matches(line.Text))
        {
            yield return new(match.Value.ToLowerInvariant(), time);
        }
    }

    [GeneratedRegex(@"\p{L}+(?:['’]\p{L}+)*")]
    private static partial Regex Letters();
}
