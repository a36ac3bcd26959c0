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

    [Theory]
    [InlineData("", "a {", "}", 125)]
    [InlineData("a = ", "[", "]", 249)]
    [InlineData("a.b = ", "[", "]", 248)]
    public void As_deep_as_the_limit_is_no_error(string start, string open, string close, int most)
    {
        Assert.Empty(Texts.Errors(start + Repeat(open, most) + Repeat(close, most)));
        Assert.EndsWith(
            ": Expected at most 250 levels of objects, arrays and keys, got more. They were left out.",
            Assert.Single(Texts.Errors(start + Repeat(open, most + 1) + Repeat(close, most + 1))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ x = ", "}")]
    public void Reading_goes_on_after_what_is_too_deep(string open, string close)
    {
        var text = "a = " + Repeat(open, 300) + "[1, 2\n[3]], 4\n5" + Repeat(close, 300) + "\nb = 6";

        Assert.NotEmpty(Texts.Errors(text));
        Assert.EndsWith(",b:6}", Texts.Rest(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{0} = ${{a{1}}}${{a{1}}}", "lol", 30, "at most 10000000 characters")]
    [InlineData("a{0} = ${{a{1}}} ${{a{1}}}", "[lol]", 30, "at most 10000000 characters")]
    [InlineData("a{0} = [${{a{1}}}, ${{a{1}}}]", "[lol]", 30, "at most 1000000 values")]
    [InlineData("a{0} = {{ l = ${{a{1}}}, r = ${{a{1}}} }}", "{ x = 1 }", 30, "at most 1000000 values")]
    [InlineData("a{0} = {{ x = ${{a{1}}} }}", "{}", 400, "at most 300 levels")]
    public void Growth_by_substitution_is_bounded(string line, string first, int count, string expected)
    {
        var format = CompositeFormat.Parse(line);
        var lines = Enumerable.Range(1, count).Select(i => string.Format(null, format, i, i - 1));

        var tree = HoconDocument.Parse($"a0 = {first}\n{string.Join('\n', lines)}", "t").Resolve(Texts.NoVariables);

        Assert.Contains(
            tree.Errors,
            error => error.Kind == HoconErrorKind.Limit && error.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("r{0} = ${{t}}", 650)]
    [InlineData("r{0} = ${{t}} {{ k = 1 }}", 650)]
    [InlineData("r{0} = ${{l}} [1]", 650)]
    [InlineData("r{0} = ${{u}} {{ x {{ k = 1 }} }}", 60)]
    [InlineData("r{0} = ${{t}} ${{t}}", 60)]
    public void Copies_of_large_values_are_bounded(string line, int count)
    {
        var format = CompositeFormat.Parse(line);
        var members = string.Join('\n', Enumerable.Range(0, 1_000).Select(i => $"k{i} = 1"));
        var list = string.Join(',', Enumerable.Range(0, 1_000));
        var start = $"t {{ {members} }}\nu {{ x {{ {members} }} }}\nl = [{list}]\n";

        var few = Enumerable.Range(0, 10).Select(i => string.Format(null, format, i));
        var many = Enumerable.Range(0, count).Select(i => string.Format(null, format, i));

        Assert.Empty(Texts.Errors(start + string.Join('\n', few)));
        Assert.EndsWith(
            "Expected substitutions to add at most 10000000 characters, got more. Do they contain each other? "
                + "Nothing more was resolved.",
            Assert.Single(Texts.Errors(start + string.Join('\n', many))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Long_chains_of_substitutions_end()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => $"a{i} = ${{a{i + 1}}}");

        Assert.Equal(
            [
                "t(401,8): a400: Expected at most 400 substitutions that lead to each other, got more. "
                    + "Nothing more was resolved.",
            ],
            Texts.Errors(string.Join('\n', lines) + "\na5000 = 1"));
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

    [Fact]
    public void Values_that_name_each_other_back_and_forth_are_given_up()
    {
        const string Text = """
            a = 1
            a.a += ${?a.a} ${a.a}
            a += x${?b.c.a}
            a = { a = ${a.a} }
            b.c += ${b.c}
            a.a = ${a}
            a += ${?b} ${b}
            b = { a = ${c} }
            b.c += [${a.a}]
            b = ${b} { c = 2 }
            c += ${?c} ${c}
            b = x${?b.c.a}
            a.a = ${?a} ${a}
            c += ${c}
            a += [${a}]
            a = ${b.c.a} { c = 2 }
            b.c += ${?c} ${c}
            b.c = ${?b.c} ${b.c}
            b += [${b.c.a}]
            c += ${?a.a}
            b += ${?b.c}
            a = { a = ${c} }
            b.c = ${?a.a}
            c += { a = ${a} }
            """;
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var tree = HoconDocument.Parse(Text, leniency: HoconLeniency.All).Resolve(Texts.NoVariables);

        Assert.NotEmpty(tree.Errors);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200_000_000);
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
