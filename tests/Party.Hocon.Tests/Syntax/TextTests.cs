namespace Party.Hocon.Tests.Syntax;

public sealed class TextTests
{
    [Theory]
    [InlineData("a = one two", "one two")]
    [InlineData("a =   one   two   ", "one   two")]
    [InlineData("a = \"  one  \"", "  one  ")]
    [InlineData("a = one \"two\" three", "one two three")]
    [InlineData("a = one\"two\"three", "onetwothree")]
    [InlineData("a = 10 s", "10 s")]
    [InlineData("a = 1.50", "1.50")]
    [InlineData("a = -1.5E+20", "-1.5E+20")]
    [InlineData("a = x-y_z.w/v%", "x-y_z.w/v%")]
    [InlineData("a = größe 日本 😀", "größe 日本 😀")]
    [InlineData("a = \"\"", "")]
    public void Text_is_kept_as_it_was_written(string text, string expected)
        => Assert.Equal($"{{a:{expected}}}", Texts.Read(text));

    [Theory]
    [InlineData("\\n\\t\\r\\b\\f", "\n\t\r\b\f")]
    [InlineData("\\\"\\\\\\/", "\"\\/")]
    [InlineData("\\u00e9\\u20AC", "é€")]
    [InlineData("\\ud83d\\ude00", "😀")]
    public void Escapes_are_worked_out(string written, string expected)
        => Assert.Equal($"{{a:{expected}}}", Texts.Read($"a = \"{written}\""));

    [Fact]
    public void Three_quotes_keep_lines_and_backslashes()
        => Assert.Equal("{a:\n  one \"two\"\n\\n}", Texts.Read("a = \"\"\"\n  one \"two\"\n\\n\"\"\""));

    [Fact]
    public void Quotes_before_the_last_three_belong_to_the_text()
        => Assert.Equal("{a:x\"\"}", Texts.Read("a = \"\"\"x\"\"\"\"\""));

    [Fact]
    public void Null_is_null_only_without_quotes_and_alone()
    {
        var root = Texts.Tree("a = null\nb = \"null\"\nc = null x\nd = ${a}").Root;

        Assert.Equal(
            [true, false, false, true],
            root.Members.Values.Cast<HoconScalarNode>().Select(scalar => scalar.IsNull));
    }

    [Theory]
    [InlineData("a = 1 # one", "{a:1}")]
    [InlineData("a = 1 // one", "{a:1}")]
    [InlineData("a = 1//one", "{a:1}")]
    [InlineData("a = \"#\" # one", "{a:#}")]
    [InlineData("# } { \"\n//\na = 1 //", "{a:1}")]
    public void Comments_are_left_out(string text, string expected) => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a = 1\r\nb = 2")]
    [InlineData("a = 1\rb = 2")]
    [InlineData("a = 1\u2028b = 2")]
    [InlineData("a = 1\u2029b = 2")]
    [InlineData("a = 1\u0085b = 2")]
    [InlineData("a = 1\vb = 2")]
    [InlineData("a = 1\fb = 2")]
    [InlineData("\uFEFFa = 1\nb = 2")]
    [InlineData("\u00A0a\u3000=\u20031\n\tb =\u001C2 ")]
    public void Unicode_lines_and_spaces_are_lines_and_spaces(string text)
        => Assert.Equal("{a:1,b:2}", Texts.Read(text));
}
