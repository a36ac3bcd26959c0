using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>What the embedded <c>Akka.Configuration</c> says beyond what was recorded.</summary>
public sealed class ParseErrorTests
{
    [Fact]
    public void All_that_is_wrong_is_told_with_its_line()
    {
        var exception = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("a = x!\nb {\n  c\n}"));

        Assert.Equal(
            """
            text(1,6): a: Expected quotes around text with '!', got it without. Write "…!…".
            text(3,4): b.c: Expected = or : or { after a key, got the end of the line.
            """,
            exception.Message);
    }

    [Fact]
    public void What_substitutions_lack_is_told_at_parsing()
    {
        var exception = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("a = ${b}\nb = ${a}"));

        Assert.StartsWith("text(2,5): b: Cannot look ${a} up", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_included_text_may_name_what_includes_it()
    {
        var config = ConfigurationFactory.ParseString("a = 1\ninclude \"x\"", _ => Parser.Parse("b = ${a}", null));

        Assert.Equal(1, config.GetInt("b"));
    }

    [Fact]
    public void A_text_that_includes_itself_is_refused()
    {
        HoconRoot Include(string name) => Parser.Parse("include \"x\"\ninclude \"x\"", Include);

        Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("include \"x\"", Include));
    }
}
