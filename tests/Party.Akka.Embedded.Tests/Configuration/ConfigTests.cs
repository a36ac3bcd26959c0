using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

public sealed class ConfigTests
{
    private static readonly string[] Words = ["x", "y"];

    private static readonly Config Config = ConfigurationFactory.ParseString("""
        text = "one two"
        int = 42
        big = 5000000000
        real = 1.5
        on = on
        time = 10 s
        size = 4 MiB
        words = [a, "b c", null]
        numbers = [1, 2, 3]
        nothing = null
        o { a = 1, "b.c" = 2, p { q = x } }
        """);

    [Fact]
    public void Getters_read_the_text_as_what_was_asked_for()
    {
        Assert.Equal("one two", Config.GetString("text"));
        Assert.Equal(42, Config.GetInt("int"));
        Assert.Equal(5_000_000_000, Config.GetLong("big"));
        Assert.Equal(1.5, Config.GetDouble("real"));
        Assert.Equal(1.5m, Config.GetDecimal("real"));
        Assert.True(Config.GetBoolean("on"));
        Assert.Equal(TimeSpan.FromSeconds(10), Config.GetTimeSpan("time"));
        Assert.Equal(4L << 20, Config.GetByteSize("size"));
        Assert.Equal<string?>(["a", "b c", null], Config.GetStringList("words"));
        Assert.Equal([1, 2, 3], Config.GetIntList("numbers"));
    }

    [Fact]
    public void What_is_missing_is_its_default()
    {
        Assert.Null(Config.GetString("none"));
        Assert.Equal("x", Config.GetString("none", "x"));
        Assert.Equal(7, Config.GetInt("o.none", 7));
        Assert.Equal(TimeSpan.Zero, Config.GetTimeSpan("none"));
        Assert.Null(Config.GetByteSize("none"));
        Assert.Equal(["p", "q"], Config.GetStringList("none", ["p", "q"]));
        Assert.Null(Config.GetConfig("none"));
        Assert.Null(Config.GetValue("none"));
    }

    [Fact]
    public void What_is_there_but_cannot_be_read_throws()
    {
        Assert.Throws<FormatException>(() => Config.GetInt("text"));
        Assert.Throws<OverflowException>(() => Config.GetInt("big"));
        Assert.Throws<NotSupportedException>(() => Config.GetBoolean("text"));
        Assert.Throws<FormatException>(() => Config.GetTimeSpan("text"));
        Assert.Throws<ArgumentNullException>(() => Config.GetInt("nothing", 7));
        Assert.Throws<ArgumentNullException>(() => Config.GetInt("o"));
    }

    [Fact]
    public void A_path_has_quotes_around_keys_with_dots()
    {
        Assert.Equal(1, Config.GetInt("o.a"));
        Assert.Equal(2, Config.GetInt("o.\"b.c\""));
        Assert.False(Config.HasPath("o.b.c"));
        Assert.True(Config.HasPath("nothing"));
    }

    [Fact]
    public void Members_come_in_the_order_of_the_text()
    {
        var section = Config.GetConfig("o");

        Assert.NotNull(section);
        Assert.Equal(["a", "b.c", "p"], section.AsEnumerable().Select(member => member.Key));
        Assert.Equal("  a : 1\r\n  b.c : 2\r\n  p : {\r\n    q : x\r\n  }\r\n", section.ToString());
    }

    [Fact]
    public void An_object_becomes_a_configuration()
    {
        var config = ConfigurationFactory.FromObject(new Dictionary<string, object?>
        {
            ["a"] = 1,
            ["b"] = new Dictionary<string, object?> { ["c"] = Words, ["d"] = true, ["e"] = 1.0, ["f"] = null },
        });

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(Words, config.GetStringList("b.c"));
        Assert.True(config.GetBoolean("b.d"));
        Assert.Equal("1.0", config.GetString("b.e"));
        Assert.Null(config.GetString("b.f"));
    }
}
