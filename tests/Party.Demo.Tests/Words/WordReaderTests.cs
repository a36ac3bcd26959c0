using System.Text;
using Party.Demo.Words;

namespace Party.Demo.Tests.Words;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Qui reiciendis, id!", "qui reiciendis id")]
    [InlineData("don't stop-now 3rd", "don t stop now rd")]
    [InlineData("Größe ÉTÉ 東京 Ωmega", "größe été 東京 ωmega")]
    [InlineData("one\r\ntwo\tthree\n\nfour", "one two three four")]
    [InlineData("emoji🎉parts 𐌲𐌿𐍄 does not", "emoji parts 𐌲𐌿𐍄 does not")]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData("  \u0301 1234 ... ", "")]
    [InlineData("", "")]
    public void Words_are_runs_of_letters_in_small_letters(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', ReadAll(new StringReader(text))));
    }

    [Fact]
    public void A_word_may_come_in_pieces()
    {
        var words = ReadAll(new Trickle("Quisquam velit 𐌲𐌿𐍄, dolor"));

        Assert.Equal(["quisquam", "velit", "𐌲𐌿𐍄", "dolor"], words);
    }

    [Fact]
    public void What_is_at_hand_is_given_without_waiting_for_more()
    {
        var reader = new WordReader(new Trickle("qui id sed", pieces: 4));

        Assert.Equal(["qui"], reader.Read());
        Assert.False(reader.IsAtEnd);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_part_words()
    {
        byte[] bytes = [.. "qui"u8, 0xff, 0xfe, .. "id"u8, 0xc3];
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);

        Assert.Equal(["qui", "id"], ReadAll(text));
    }

    [Fact]
    public void A_run_without_an_end_is_cut()
    {
        var words = ReadAll(new StringReader(new string('x', 2_500_000)));

        Assert.Equal([1_000_000, 1_000_000, 500_000], words.Select(word => word.Length));
    }

    private static List<string> ReadAll(TextReader text)
    {
        var reader = new WordReader(text);
        var words = new List<string>();
        while (!reader.IsAtEnd)
        {
            words.AddRange(reader.Read());
        }

        return words;
    }

    // Hands out its text in small pieces, as a terminal does.
    private sealed class Trickle(string text, int pieces = 1) : TextReader
    {
        private int _next;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(pieces, Math.Min(count, text.Length - _next));
            text.CopyTo(_next, buffer, index, length);
            _next += length;
            return length;
        }
    }
}
