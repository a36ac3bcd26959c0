namespace Party.Hocon.Tests.Reading;

public sealed class SettingTests
{
    private enum Demand
    {
        Pooled,
        PerPartition,
    }

    [Fact]
    public void Every_type_is_read_from_its_text()
    {
        var reader = Reader("""
            text = one two
            on = on
            int = -7
            long = 5000000000
            double = 1.5e3
            duration = 1.5 s
            forever = infinite
            size = 4 MiB
            choice = last
            demand = per-partition
            list = [a, b]
            """);

        Assert.Equal("one two", reader["text"].ReadText());
        Assert.True(reader["on"].ReadBool());
        Assert.Equal(-7, reader["int"].ReadInt());
        Assert.Equal(5_000_000_000, reader["long"].ReadLong());
        Assert.Equal(1500, reader["double"].ReadDouble());
        Assert.Equal(TimeSpan.FromMilliseconds(1500), reader["duration"].ReadDuration());
        Assert.Equal(Timeout.InfiniteTimeSpan, reader["forever"].ReadDuration(allowInfinite: true));
        Assert.Equal(4 * 1024 * 1024, reader["size"].ReadSize());
        Assert.Equal(2, reader["choice"].ReadChoice(("first", 1), ("last", 2)));
        Assert.Equal(Demand.PerPartition, reader["demand"].ReadChoice<Demand>());
        Assert.Equal(["a", "b"], reader["list"].ReadList(item => item.ReadText()).AsEnumerable());
        reader.ThrowIfErrors();
    }

    [Theory]
    [InlineData("x = ten", "t(2,5): p.x: Expected a whole number of [1..10], got \"ten\".")]
    [InlineData("x = 11", "t(2,5): p.x: Expected a whole number of [1..10], got \"11\".")]
    [InlineData("x = 1.5", "t(2,5): p.x: Expected a whole number of [1..10], got \"1.5\".")]
    [InlineData(
        "x = 99999999999999999999",
        "t(2,5): p.x: Expected a whole number of [1..10], got \"99999999999999999999\".")]
    [InlineData("x = null", "t(2,5): p.x: Expected a whole number of [1..10], got null.")]
    [InlineData("x = [1]", "t(2,5): p.x: Expected a whole number of [1..10], got an array of 1.")]
    [InlineData("x {}", "t(2,3): p.x: Expected a whole number of [1..10], got an empty object.")]
    [InlineData("", "t(1,3): p.x: Expected a whole number of [1..10], got nothing.")]
    [InlineData("x = ${y}\ny = 0", "t(2,5): p.x: Expected a whole number of [1..10], got \"0\" from ${y}.")]
    public void A_number_out_of_place_is_reported(string text, string expected)
    {
        var reader = Reader(text.Replace("${y}\ny = 0", "${y}", StringComparison.Ordinal), "y = 0");

        Assert.Equal(0, reader["x"].ReadInt(1, 10));

        Assert.Equal([expected], reader.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Every_type_says_what_it_expects()
    {
        var reader = Reader("v = ?\nn = 5\nl = [1]".Replace("?", "\"?\"", StringComparison.Ordinal));

        reader["v"].ReadBool();
        reader["n"].ReadLong(min: 6);
        reader["l"].ReadText();
        reader["d"].ReadDouble(max: 0.5);
        reader["t"].ReadDuration(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), allowInfinite: true);
        reader["s"].ReadSize(max: 10);
        reader["c"].ReadChoice<Demand>();
        reader["a"].ReadList(item => item.ReadInt(), min: 1);
        reader["o"].ReadMembers();

        Assert.Equal(
            [
                "p.v Expected one of true, false, on, off, yes, no, got \"?\".",
                "p.n Expected a whole number of at least 6, got \"5\".",
                "p.l Expected text, got an array of 1.",
                "p.d Expected a number of at most 0.5, got nothing.",
                "p.t Expected a duration of [1 s..1 m] or infinite, got nothing.",
                "p.s Expected a size in bytes of at most 10, got nothing.",
                "p.c Expected one of pooled, per-partition, got nothing.",
                "p.a Expected an array with a length of at least 1, got nothing.",
                "p.o Expected an object, got nothing.",
            ],
            reader.Errors.OrderBy(error => "vnldtscao".IndexOf(error.Path[^1], StringComparison.Ordinal))
                .Select(error => $"{error.Path} {error.Message}"));
    }

    [Fact]
    public void A_word_that_is_nearly_right_gets_a_hint()
    {
        var reader = Reader("x = frist");

        reader["x"].ReadChoice(("first", 1), ("last", 2));

        Assert.EndsWith(
            "got \"frist\". Did you mean first?",
            Assert.Single(reader.Errors).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_are_settings_with_a_path()
    {
        var reader = Reader("l = [{ n = 1 }, { n = x }, 3]");

        var numbers = reader["l"].ReadList(item => item["n"].ReadInt());

        Assert.Equal([1, 0, 0], numbers.AsEnumerable());
        Assert.Equal(
            [
                "t(2,23): p.l[1].n: Expected a whole number, got \"x\".",
                "t(2,28): p.l[2]: Expected an object, got \"3\".",
            ],
            reader.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Members_are_settings_with_a_key()
    {
        var reader = Reader("o { a { n = 1 }, \"b.c\" { n = 2 } }");

        var members = reader["o"].ReadMembers();

        Assert.Equal(
            ["a p.o.a 1", "b.c p.o.\"b.c\" 2"],
            members.Select(member => $"{member.Key} {member.Path} {member["n"].ReadInt()}"));
        reader.ThrowIfErrors();
    }

    [Fact]
    public void What_exists_can_be_asked_before_it_is_read()
    {
        var reader = Reader("a = 1\nb = null");

        Assert.True(reader["a"].Exists);
        Assert.False(reader["b"].Exists);
        Assert.False(reader["c"].Exists);
        reader.ThrowIfErrors();
    }

    [Fact]
    public void The_caller_can_report_what_only_it_knows()
    {
        var reader = Reader("min = 5\nmax = 3");
        var min = reader["min"].ReadInt();
        var max = reader["max"];

        max.Report($"Expected at least min-demand, {min}, got {max.ReadInt()}.");

        Assert.Equal(
            ["t(3,7): p.max: Expected at least min-demand, 5, got 3."],
            reader.Errors.Select(error => error.ToString()));
    }

    internal static HoconReader Reader(string text, string beside = "")
        => new(HoconDocument.Parse($"p {{\n{text}\n}}\n{beside}", "t").Resolve(Texts.NoVariables), "p");
}
