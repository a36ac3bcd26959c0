namespace Party.Hocon.Tests.Resolving;

public sealed class IncludeTests
{
    [Theory]
    [InlineData("include \"x\"\nb = 1", "c = 2", "{c:2,b:1}")]
    [InlineData("a = 1\ninclude \"x\"", "a = 2", "{a:2}")]
    [InlineData("include \"x\"\na = 1", "a = 2, d = 3", "{a:1,d:3}")]
    [InlineData("o { include \"x\", b = 1 }", "c = 2", "{o:{c:2,b:1}}")]
    [InlineData("o { a = 1 }\ninclude \"x\"", "o { b = 2 }", "{o:{a:1,b:2}}")]
    [InlineData("l = [{ include \"x\" }]", "a = 1", "{l:[{a:1}]}")]
    public void Included_members_stand_where_the_statement_stands(string text, string included, string expected)
        => Assert.Equal(expected, Texts.Show(Parse(text, included).Resolve(Texts.NoVariables).ThrowIfErrors().Root));

    [Theory]
    [InlineData("include \"x\"", "a = 1\nb = ${a}", "{a:1,b:1}")]
    [InlineData("o { include \"x\" }", "a = 1\nb = ${a}", "{o:{a:1,b:1}}")]
    [InlineData("o { include \"x\" }\na = 2", "b = ${a}", "{o:{b:2},a:2}")]
    [InlineData("o.p { include \"x\", a = 2 }", "a = 1\nb = ${a}", "{o:{p:{a:2,b:2}}}")]
    public void Included_substitutions_look_beside_them_first(string text, string included, string expected)
        => Assert.Equal(expected, Texts.Show(Parse(text, included).Resolve(Texts.NoVariables).ThrowIfErrors().Root));

    [Theory]
    [InlineData("include \"x\"", "x Name False")]
    [InlineData("include file(\"x\")", "x File False")]
    [InlineData("include url( \"x\" )", "x Url False")]
    [InlineData("include classpath(\"x\") # end", "x Resource False")]
    [InlineData("include required(\"x\")", "x Name True")]
    [InlineData("include required(file(\"x\"))", "x File True")]
    [InlineData("include \"\"\"x\"\"\"", "x Name False")]
    public void The_includer_is_told_what_was_asked_for(string text, string expected)
    {
        var asked = "";

        var document = HoconDocument.Parse(text, "t", include =>
        {
            asked = $"{include.Name} {include.Kind} {include.IsRequired}";
            return include.Parse("", "x");
        });

        Assert.Empty(document.Errors);
        Assert.Equal(expected, asked);
    }

    [Fact]
    public void What_is_missing_is_left_out_unless_required()
    {
        var document = HoconDocument.Parse("include \"x\"\ninclude required(\"y\")\na = 1", "t", _ => null);

        Assert.Equal(
            ["t(2,1): Expected \"y\" to exist, got nothing. Without required(…) it may be missing."],
            document.Errors.Select(error => error.ToString()));
        Assert.Equal("{a:1}", Texts.Show(document.Resolve().Root));
    }

    [Fact]
    public void Errors_in_an_included_source_are_placed_there()
    {
        var document = Parse("o { include \"x\" }", "a = 1\nb = !");

        Assert.Equal(
            ["x(2,5): b: Expected quotes around text with '!', got it without. Write \"…!…\"."],
            document.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void An_included_value_keeps_its_own_place()
        => Assert.Equal(
                "x(2,5)",
                Parse("o { include \"x\" }", "\na = 1").Resolve().Root.Find("o.a")?.Position.ToString());

    [Theory]
    [InlineData("include \"x\"")]
    [InlineData("include \"x\"\ninclude \"x\"\no { include \"x\" }")]
    public void A_source_that_includes_itself_is_cut_off(string text)
    {
        HoconDocument? Include(HoconInclude include) => include.Parse(text, include.Name);

        var document = HoconDocument.Parse(text, "x", Include);

        Assert.Contains(document.Errors, error => error.Kind == HoconErrorKind.Limit);
    }

    [Fact]
    public void What_the_includer_throws_passes_through()
        => Assert.Throws<FileNotFoundException>(() => HoconDocument.Parse(
                "include \"x\"",
                "t",
                _ => throw new FileNotFoundException()));

    private static HoconDocument Parse(string text, string included)
        => HoconDocument.Parse(text, "t", include => include.Parse(included, include.Name));
}
