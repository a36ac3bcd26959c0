using System.Globalization;
using System.Text;

namespace Party.Demo.Words;

/// <summary>Reads words from a text: runs of Unicode letters, in small letters.</summary>
/// <remarks>
/// Combining marks belong to the letter before them. A run without an end is cut at a million letters.
/// </remarks>
internal sealed class WordReader(TextReader text)
{
    private const int Chunk = 32 * 1024;
    private const int LongestWord = 1_000_000;

    private readonly char[] _chunk = new char[Chunk];
    private readonly StringBuilder _word = new();

    /// <summary>Whether the text has ended.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Reads until there is at least one word, or the end.</summary>
    /// <returns>The words of what was at hand; a word that may go on is kept for the next time.</returns>
    public IReadOnlyList<string> Read()
    {
        var words = new List<string>();
        while (words.Count == 0 && !IsAtEnd)
        {
            var length = text.Read(_chunk, 0, Chunk);
            IsAtEnd = length == 0;
            Split(_chunk.AsSpan(0, length), words);
            if (IsAtEnd)
            {
                End(words);
            }
        }

        return words;
    }

    private void Split(ReadOnlySpan<char> chunk, List<string> words)
    {
        foreach (var letter in chunk)
        {
            if (BelongsToWord(letter))
            {
                _word.Append(letter);
            }

            if (!BelongsToWord(letter) || _word.Length >= LongestWord)
            {
                End(words);
            }
        }
    }

    // A letter past the 16 bits comes in two halves; which it is shows when the word is whole.
    private bool BelongsToWord(char letter) =>
        char.IsLetter(letter) || char.IsSurrogate(letter)
        || (_word.Length > 0 && char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private void End(List<string> words)
    {
        if (_word.Length > 0)
        {
            var word = _word.ToString();
            _word.Clear();
            AddLetters(word, words);
        }
    }

    // Symbols past the 16 bits, such as emoji, are no letters and part the word after all.
    private static void AddLetters(string word, List<string> words)
    {
        var start = 0;
        var at = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && rune.Utf16SequenceLength > 1)
            {
                AddPart(word.AsSpan(start, at - start), words);
                start = at + rune.Utf16SequenceLength;
            }

            at += rune.Utf16SequenceLength;
        }

        AddPart(word.AsSpan(start), words);
    }

    private static void AddPart(ReadOnlySpan<char> part, List<string> words)
    {
        if (!part.IsEmpty)
        {
            words.Add(part.ToString().ToLowerInvariant());
        }
    }
}
