using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>How configurations hang together, down to what only shows when one looks at the links.</summary>
public sealed class ConfigChainTests
{
    private static readonly Config Low = ConfigurationFactory.ParseString("a = 1\nl = [1, 2]\no { p = 1, q = [] }");

    [Theory]
    [InlineData("a = 1")]
    [InlineData("o { p = 1 }")]
    [InlineData("o {}")]
    [InlineData("l = [2]")]
    [InlineData("l = {}")]
    [InlineData("o.q = []")]
    public void A_fallback_that_adds_nothing_is_left_out(string fallback)
        => Assert.Same(Low, Low.WithFallback(ConfigurationFactory.ParseString(fallback)));

    [Theory]
    [InlineData("a = 2")]
    [InlineData("b = 1")]
    [InlineData("o { p = 2 }")]
    [InlineData("l = [3]")]
    public void A_fallback_with_something_else_is_kept(string fallback)
    {
        var other = ConfigurationFactory.ParseString(fallback);

        Assert.Same(other, Low.WithFallback(other).Fallback);
    }

    [Fact]
    public void A_further_fallback_goes_under_the_last()
    {
        var middle = ConfigurationFactory.ParseString("b = 2");
        var lowest = ConfigurationFactory.ParseString("c = 3");

        var all = Low.WithFallback(middle).WithFallback(lowest);

        Assert.Equal((1, 2, 3), (all.GetInt("a"), all.GetInt("b"), all.GetInt("c")));
        Assert.Equal(["b", "c"], all.Fallback?.AsEnumerable().Select(member => member.Key));
        Assert.False(all.Fallback?.HasPath("c"));
        Assert.Same(lowest, all.Fallback?.Fallback);
        Assert.Null(middle.Fallback);
    }

    [Fact]
    public void A_source_over_a_fallback_is_not_merged_with_it()
    {
        var config = new Config(Low, ConfigurationFactory.ParseString("a = 9\nb = 2\nc { d = 4 }"));

        Assert.Equal((1, 0), (config.GetInt("a"), config.GetInt("b")));
        Assert.Equal(4, config.GetConfig("c")?.GetInt("d"));
        Assert.Equal(["a", "l", "o", "b", "c"], config.AsEnumerable().Select(member => member.Key));
        Assert.Throws<ArgumentNullException>(() => new Config(null!, Low));
    }

    [Fact]
    public void Of_two_empty_configurations_the_fallback_is_taken()
        => Assert.Same(Config.Empty, ConfigurationFactory.Empty.WithFallback(Config.Empty));

    [Fact]
    public void A_configuration_without_a_root_can_only_be_asked_whether_it_is_empty()
    {
        var config = new Config();

        Assert.True(config.IsEmpty);
        Assert.Equal("", config.ToString());
        Assert.Throws<InvalidOperationException>(() => config.HasPath("a"));
    }

    [Theory]
    [InlineData("a.", "1")]
    [InlineData("o.p.", "1")]
    [InlineData("o..p", null)]
    [InlineData(".a", null)]
    [InlineData("", null)]
    public void A_dot_at_the_end_of_a_path_says_nothing(string path, string? expected)
        => Assert.Equal(expected, Low.GetString(path));

    [Fact]
    public void The_empty_path_is_that_of_the_root() => Assert.Equal(1, Low.GetConfig("")?.GetInt("a"));

    [Theory]
    [InlineData("7E", 7L << 60)]
    [InlineData("-1k", -1024L)]
    [InlineData("10", 10L)]
    public void Sizes_are_whole_numbers(string size, long expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {size}").GetByteSize("a"));

    [Theory]
    [InlineData("0.5 MiB")]
    [InlineData("1.0")]
    [InlineData("10 foo")]
    [InlineData("kB")]
    public void Anything_else_is_no_size(string size)
        => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString($"a = {size}").GetByteSize("a"));

    [Fact]
    public void Infinite_may_be_written_in_any_case()
        => Assert.Equal(
            Timeout.InfiniteTimeSpan, ConfigurationFactory.ParseString("a = Infinite").GetTimeSpan("a"));
}
