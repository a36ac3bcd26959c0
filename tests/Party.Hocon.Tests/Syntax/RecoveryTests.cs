namespace Party.Hocon.Tests.Syntax;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData("a", "t(1,2): a: Expected = or : or { after a key, got the end of the text.")]
    [InlineData("a\nb = 1", "t(1,2): a: Expected = or : or { after a key, got the end of the line.")]
    [InlineData("a.b =", "t(1,6): a.b: Expected a value, got the end of the text. For an empty text write \"\".")]
    [InlineData("a = x!", "t(1,6): a: Expected quotes around text with '!', got it without. Write \"…!…\".")]
    [InlineData("a = +5", "t(1,5): a: Expected quotes around text with '+', got it without. Write \"…+…\".")]
    [InlineData(
        "a = 10:30",
        "t(1,7): a: Expected a comma or the end of the line after a value, got ':'. Put text with it in "
            + "quotes; begin the next key on its own line.")]
    [InlineData(
        "a = \"x",
        "t(1,5): a: Expected a closing quote, got the end of the line. The text was taken up to there.")]
    [InlineData(
        "a = \"\\x\"",
        "t(1,6): a: Expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\uXXXX, got \\x. For a backslash write two.")]
    [InlineData(
        "a = \"\\u12G4\"",
        "t(1,6): a: Expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\uXXXX, got \\u12G4. For a backslash write two.")]
    [InlineData("a = \"\"\"x", "t(1,5): a: Expected \"\"\" after a text over several lines, got the end of the text.")]
    [InlineData("a { b = 1", "t(1,3): a: Expected } for this {, got the end of the text.")]
    [InlineData("a = [1", "t(1,5): a: Expected ] for this [, got the end of the text.")]
    [InlineData("}", "t(1,1): Expected a key or the end of the text, got '}'.")]
    [InlineData("{ a = 1 } x", "t(1,11): Expected the end of the text after the last brace, got 'x'.")]
    [InlineData("[1, 2]", "t(1,1): Expected an object, got an array. The braces of a document may be left out.")]
    [InlineData(".a = 1", "t(1,1): Expected a key before and after every dot, got '.a'. For an empty key write \"\".")]
    [InlineData("a = ${b", "t(1,5): a: Expected } after the path to substitute, got the end of the text.")]
    [InlineData("a = ${}", "t(1,7): a: Expected a key, got '}'.")]
    [InlineData("a = 1,,b = 2", "t(1,7): Expected a key, got ','.")]
    [InlineData("a = [1,,2]", "t(1,8): a: Expected a value, got ','. For an empty text write \"\".")]
    [InlineData("a {} b = 1", "t(1,6): Expected a comma or a new line before the next key, got 'b'.")]
    [InlineData("a = [{} b]", "t(1,9): a: Expected a comma or a new line between elements, got 'b'.")]
    [InlineData(
        "a = x {}",
        "t(1,5): a: Expected values of one kind side by side, got a mixture of text, arrays and objects.")]
    [InlineData("include x", "t(1,10): \"include x\": Expected = or : or { after a key, got the end of the text.")]
    [InlineData("include file(x)", "t(1,16): Expected a name in quotes to include, got the end of the text.")]
    [InlineData("include \"x\"", "t(1,1): Cannot include \"x\": the text was parsed without an includer.")]
    public void An_error_has_its_place_and_its_path(string text, string expected)
        => Assert.Equal([expected], Texts.Errors(text));

    [Fact]
    public void All_errors_of_a_text_are_found_at_once()
    {
        const string Text = """
            a = x!y
            b {
              c = 10:30
              d
              e = [1, 2
              f = "ok"
            ]
              g = ${h i
            }
            j = }
            k = 1
            """;

        Assert.Equal(
            ["t(1,6)", "t(3,9)", "t(4,4)", "t(6,5)", "t(8,7)", "t(10,5)", "t(10,5)"],
            Texts.Errors(Text).Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal("{a:x!y,b:{c:10,e:[1,2,f],g:null},k:1}", Texts.Rest(Text));
    }

    [Theory]
    [InlineData("a = \"x\nb = \"y\"\nc = 1", "{a:x,b:y,c:1}")]
    [InlineData("a = \"one\n  two\"\nb = 1", "{a:one\n  two,b:1}")]
    [InlineData("a = [1}\nb = 2", "{a:[1],b:2}")]
    [InlineData("o { a = [1 }\nb = 2", "{o:{a:[1]},b:2}")]
    [InlineData("a = [{ b = 1 ]\nc = 2", "{a:[{b:1}],c:2}")]
    [InlineData("a { b = 1 ] c = 2 }\nd = 3", "{a:{b:1,c:2},d:3}")]
    [InlineData("a = 1\n}\nb = 2", "{a:1,b:2}")]
    [InlineData("a == 1\nb = 2", "{b:2}")]
    [InlineData("a = {{ b = 1 }}\nc = 2", "{a:{b:1},c:2}")]
    [InlineData("[section]\na = 1", "{a:1}")]
    [InlineData("! x { a = 1 }\nb = 2", "{! x:{a:1},b:2}")]
    public void Reading_goes_on_after_an_error(string text, string expected)
    {
        Assert.NotEmpty(Texts.Errors(text));
        Assert.Equal(expected, Texts.Rest(text));
    }

    [Fact]
    public void An_exception_carries_all_errors_and_shows_the_first_fifty()
    {
        var tree = HoconDocument.Parse(string.Concat(Enumerable.Repeat("!\n", 60)), "t").Resolve();

        var exception = Assert.Throws<HoconException>(tree.ThrowIfErrors);

        Assert.Equal<IEnumerable<HoconError>>(tree.Errors, exception.Errors);
        Assert.Equal(51, exception.Message.Split('\n').Length);
        Assert.EndsWith($"… and {tree.Errors.Length - 50} more.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_counted_up_to_a_thousand()
        => Assert.Equal(1_000, Texts.Errors(string.Concat(Enumerable.Repeat("!\n", 5_000))).Length);
}
