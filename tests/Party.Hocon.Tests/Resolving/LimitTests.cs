using System.Text;

namespace Party.Hocon.Tests.Resolving;

public sealed class LimitTests
{
    [Theory]
    [InlineData("", "a {", "1")]
    [InlineData("a = ", "[", "1")]
    [InlineData("a = ", "{", "1")]
    [InlineData("", "a.", "a = 1")]
    [InlineData("a = ${", "a.", "a}")]
    public void Depth_is_bounded(string start, string level, string end)
        => Assert.NotEmpty(Texts.Errors(start + Repeat(level, 100_000) + end));

    [Fact]
    public void As_deep_as_anybody_writes_is_no_error()
        => Assert.Empty(Texts.Errors(Repeat("a = [{ ", 80) + Repeat("}]", 80)));

    [Theory]
    [InlineData("a{0} = ${{a{1}}}${{a{1}}}", "lol")]
    [InlineData("a{0} = ${{a{1}}} ${{a{1}}}", "[lol]")]
    [InlineData("a{0} = [${{a{1}}}, ${{a{1}}}]", "[lol]")]
    [InlineData("a{0} = {{ l = ${{a{1}}}, r = ${{a{1}}} }}", "{ x = 1 }")]
    [InlineData("a{0} = {{ x = ${{a{1}}} }}", "{}")]
    public void Growth_by_substitution_is_bounded(string line, string first)
    {
        var format = CompositeFormat.Parse(line);
        var lines = Enumerable.Range(1, 400).Select(i => string.Format(null, format, i, i - 1));

        var tree = HoconDocument.Parse($"a0 = {first}\n{string.Join('\n', lines)}", "t").Resolve(Texts.NoVariables);

        Assert.Contains(tree.Errors, error => error.Kind == HoconErrorKind.Limit);
    }

    [Fact]
    public void Long_chains_of_substitutions_end()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => $"a{i} = ${{a{i + 1}}}");

        Assert.Single(Texts.Errors(string.Join('\n', lines) + "\na5000 = 1"));
    }

    [Fact]
    public void Substitutions_to_what_is_known_cost_nothing()
    {
        var lines = Enumerable.Range(1, 20_000).Select(i => $"a{i} = ${{a{i - 1}}}");

        Assert.Empty(Texts.Errors("a0 = 1\n" + string.Join('\n', lines)));
    }

    [Theory]
    [InlineData("a += {0}", 20_000)]
    [InlineData("a = ${{?a}} [{0}]", 300)]
    [InlineData("a = ${{?a}} {{ k{0} = 1 }}", 300)]
    [InlineData("a = ${{?a}}{0}", 300)]
    [InlineData("a.b.k{0} = 1", 20_000)]
    [InlineData("a = {0}", 20_000)]
    public void What_grows_line_by_line_is_read(string line, int count)
    {
        var format = CompositeFormat.Parse(line);

        var lines = Enumerable.Range(0, count).Select(i => string.Format(null, format, i));

        Assert.Empty(Texts.Errors(string.Join('\n', lines)));
    }

    [Fact]
    public void A_self_reference_that_doubles_is_worked_out_once()
        => Assert.Equal("{a:}", Texts.Read("a = \"\"\n" + Repeat("a = ${a}${a}\n", 200)));

    [Fact]
    public void An_object_within_itself_ends()
        => Assert.NotEmpty(Texts.Errors("c {} ${b.c}\nb.c.d = ${c}\nc = ${c}\nc = ${b.c.d}\nk = ${b} ${b}"));

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
