namespace Party.Hocon.Reading;

/// <summary>Guesses what was meant by a word that is not known.</summary>
internal static class Spelling
{
    // Longer words are no typing errors, and comparing them is work.
    private const int MaxLength = 60;

    /// <summary>The question after the nearest known word; empty where none is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return "";
        }

        var nearest = known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= Tolerance(word))
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Tolerance(word) ? $"Did you mean {nearest.Word}?" : "";
    }

    /// <summary>The word of a configuration for a name of the code: <c>per-partition</c>.</summary>
    public static string Hyphenate(string name)
        => string.Concat(name.Select((c, index) => char.IsUpper(c) && index > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant();

    // One slip for every three letters: a word of two letters may be anything.
    private static int Tolerance(string word) => Math.Min(word.Length / 3, 3);

    /// <summary>How many letters have to be added, dropped, changed or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        int[] before = [], last = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[^1];
    }
}
