namespace Party.Hocon.Tests.Salvaging;

/// <summary>What is read of damaged text on request. A dash stands for a value that is missing.</summary>
public sealed class SalvageTests
{
    [Theory]
    [InlineData("a = 1\n}\nb = 2", "{a:1}")]
    [InlineData("a { b = 1 }}\nc = 2", "{a:{b:1}}")]
    [InlineData("{ a = 1 } b = 2", "{a:1}")]
    public void A_closing_brace_too_many_ends_the_text(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a", "{a:-}")]
    [InlineData("a = 1\nb }", "{a:1,b:-}")]
    [InlineData("o { a }\nb = 1", "{o:{a:1}}")]
    [InlineData("a\nb = 1", "{a\nb:1}")]
    [InlineData("a = 1\no { ] }\na ]", "{a:1,o:{}}")]
    [InlineData("a = 1, a = ,b = 2", "{a:-,b:2}")]
    [InlineData("a { b = 1 }\na =\n}", "{a:{b:1}}")]
    [InlineData("a = [1]\na = , }", "{a:-}")]
    public void A_key_without_a_value_has_none(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a}b { c = 1 }", "{a:{c:1}}")]
    [InlineData("a [ b = 1", "{a:1}")]
    [InlineData("a ] } { b = 1 }", "{a:{b:1}}")]
    [InlineData("[a] = 1", "{a:1}")]
    [InlineData("= a = 1", "{a:1}")]
    [InlineData(".a. = b", "{a:{b:-}}")]
    [InlineData("a.{ b = 1 }", "{a:{b:1}}")]
    public void What_stands_between_a_key_and_its_sign_is_skipped(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a {", "{a:{}}")]
    [InlineData("a { b = [1, 2", "{a:{b:[1,2]}}")]
    [InlineData("a = \"x\nb = 1", "{a:x\nb = 1}")]
    [InlineData("a = \"\"\"x", "{a:x}")]
    [InlineData("b = 1\na = ${b", "{b:1,a:1}")]
    [InlineData("a = \"", "{a:}")]
    public void What_is_open_at_the_end_is_closed_there(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = x${ y\nb = 1", "{a:[],b:1}")]
    [InlineData("a = [1] ${ y\nb = 1", "{a:[1],b:1}")]
    [InlineData("a = { b = 1 } ${ y\nb = 1", "{a:y,b:1}")]
    public void A_value_with_a_substitution_of_nothing_is_nothing(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = { b = 1 } { c = 2 } }", "{a:{b:1,c:2}}")]
    [InlineData("a = x { c = 2 } }", "{a:{c:2}}")]
    [InlineData("a = { b = 1 } x }", "{a:x}")]
    [InlineData("a = { b = 1 } [2] }", "{a:{b:1}}")]
    [InlineData("a = x [1] }", "{a:[1]}")]
    [InlineData("a = x  y }", "{a:x  y}")]
    public void Of_values_of_several_kinds_the_last_object_or_text_counts(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = [,1]", "{a:[-,1]}")]
    [InlineData("a = [1,,]", "{a:[1,-]}")]
    [InlineData("a = [1\n2 # two\n] }", "{a:[1,2]}")]
    [InlineData("a = [] }", "{a:[]}")]
    public void A_comma_too_many_is_an_element_without_a_value(string text, string expected)
        => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("b = 1\na = ${?b} ${?nope}x }", "{b:1,a:1 x}")]
    [InlineData("a += 1, a += 2 }", "{a:[1,2]}")]
    [InlineData("a.b = 1, \"a\".c = \"\\n\" // c\n# d }\n}", "{a:{b:1,c:\n}}")]
    [InlineData("include \"x\"\na = 1 }", "{x:1,a:1}")]
    public void What_is_sound_keeps_its_meaning(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = 1\nb = x!y }", "main(2,6)", HoconErrorKind.Syntax)]
    [InlineData("a = 1,, b = 2", "main(1,7)", HoconErrorKind.Syntax)]
    [InlineData("a =", "main(1,3)", HoconErrorKind.Syntax)]
    [InlineData("a = b:c }", "main(1,6)", HoconErrorKind.Assignment)]
    [InlineData("a = [1 }", "main(1,8)", HoconErrorKind.Syntax)]
    [InlineData("a = ${ }", "main(1,8)", HoconErrorKind.Syntax)]
    [InlineData("a = \"\\x\" }", "main(1,5)", HoconErrorKind.Syntax)]
    public void What_cannot_be_read_is_refused(string text, string position, HoconErrorKind kind)
    {
        var document = Parse(text);

        Assert.Equal((position, kind), (document.Errors[0].Position.ToString(), document.Errors[0].Kind));
        Assert.Empty(document.Damage);
    }

    [Fact]
    public void The_damage_is_told_with_its_place()
    {
        var document = Parse("a = 1\n  }\nb = 2");

        Assert.Empty(document.Errors);
        Assert.Equal(["main(2,3): Expected a key or the end of the text, got '}'."], Damage(document));
        Assert.Equal(Damage(document), Damage(Parse("c = 1").WithFallback(document)));
    }

    [Theory]
    [InlineData("", "a {")]
    [InlineData("a = ", "[")]
    [InlineData("", "a = { ")]
    [InlineData("", "a.")]
    public void Depth_is_bounded(string start, string level)
        => Assert.Contains(
            Parse($"{start}{string.Concat(Enumerable.Repeat(level, 100_000))}b = }}").Errors,
            error => error.Kind == HoconErrorKind.Limit);

    private static string Read(string text) => Texts.Show(Parse(text).Resolve(Texts.NoVariables).ThrowIfErrors().Root);

    private static HoconDocument Parse(string text)
        => HoconDocument.Parse(text, "main", include => include.Parse("x = 1", "x"), HoconLeniency.All);

    private static string[] Damage(HoconDocument document) => [.. document.Damage.Select(error => error.ToString())];
}
