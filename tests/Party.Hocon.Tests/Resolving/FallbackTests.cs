namespace Party.Hocon.Tests.Resolving;

public sealed class FallbackTests
{
    [Fact]
    public void A_document_counts_as_written_after_its_fallback()
    {
        var document = Parse("own", "a = 1\no { x = ${b} }").WithFallback(Parse("low", "b = 2\no { x = 0, y = ${a} }"));

        var tree = document.Resolve(Texts.NoVariables).ThrowIfErrors();

        Assert.Equal("{b:2,o:{x:2,y:1},a:1}", Texts.Show(tree.Root));
    }

    [Fact]
    public void A_position_names_the_source_that_the_value_is_from()
    {
        var root = Parse("own", "o { x = 1 }").WithFallback(Parse("low", "\no { x = 0, y = 2 }")).Resolve().Root;

        Assert.Equal("own(1,9)", root.Find("o.x")?.Position.ToString());
        Assert.Equal("low(2,16)", root.Find("o.y")?.Position.ToString());
    }

    [Theory]
    [InlineData("a = 1", "a = 2, b = 3", "{a:1,b:3}")]
    [InlineData("o { a = 1 }", "o { a = 2, b = 3 }", "{o:{a:1,b:3}}")]
    [InlineData("o = 1", "o { a = 2 }", "{o:1}")]
    [InlineData("o { a = 1 }", "o = 2", "{o:{a:1}}")]
    [InlineData("l = [1]", "l = [2, 3]", "{l:[1]}")]
    [InlineData("a = null", "a = 1", "{a:null}")]
    [InlineData("o {}", "o { a = 1 }", "{o:{a:1}}")]
    [InlineData("z = 1\nm = 2", "a = 3\nm = 4", "{a:3,m:2,z:1}")]
    public void Documents_and_trees_merge_alike(string own, string fallback, string expected)
    {
        var documents = Parse("own", own).WithFallback(Parse("low", fallback)).Resolve().ThrowIfErrors().Root;
        var trees = Parse("own", own).Resolve().Root.WithFallback(Parse("low", fallback).Resolve().Root);
        var mixed = HoconDocument.Of(Parse(
            "own",
            own).Resolve().Root).WithFallback(Parse("low", fallback)).Resolve().Root;

        Assert.Equal([expected, expected, expected], new[] { documents, trees, mixed }.Select(Texts.Show));
    }

    [Fact]
    public void Fallbacks_can_be_stacked_in_any_grouping()
    {
        var a = Parse("a", "x = ${y}\no { p = 1 }");
        var b = Parse("b", "y = ${z}\no { q = 2 }");
        var c = Parse("c", "z = 3\no { p = 0, q = 0, r = 4 }");

        var left = a.WithFallback(b).WithFallback(c).Resolve().ThrowIfErrors();
        var right = a.WithFallback(b.WithFallback(c)).Resolve().ThrowIfErrors();

        Assert.Equal("{z:3,o:{p:1,q:2,r:4},y:3,x:3}", Texts.Show(left.Root));
        Assert.Equal(Texts.Show(left.Root), Texts.Show(right.Root));
    }

    [Fact]
    public void Errors_of_all_documents_are_reported_together()
    {
        var tree = Parse("own", "a = x!").WithFallback(Parse("low", "b = ${nope}\nc = y!")).Resolve(Texts.NoVariables);

        Assert.Equal(["own(1,6)", "low(1,5)", "low(2,6)"], tree.Errors.Select(error => error.Position.ToString()));
    }

    private static HoconDocument Parse(string source, string text) => HoconDocument.Parse(text, source);
}
