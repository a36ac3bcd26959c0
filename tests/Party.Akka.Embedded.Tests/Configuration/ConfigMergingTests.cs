using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

public sealed class ConfigMergingTests
{
    private static readonly Config Own = ConfigurationFactory.ParseString("x = 1\no { p = 1 }\nl = [1]");
    private static readonly Config Low = ConfigurationFactory.ParseString("x = 2, y = 2\no { p = 2, q = 2 }\nl = [2]");

    [Fact]
    public void A_fallback_answers_for_what_is_lacking()
    {
        var merged = Own.WithFallback(Low);

        Assert.Equal(
            (1, 2, 1, 2),
            (merged.GetInt("x"), merged.GetInt("y"), merged.GetInt("o.p"), merged.GetInt("o.q")));
        Assert.Equal([1], merged.GetIntList("l"));
        Assert.Equal(2, merged.GetConfig("o")?.GetInt("q"));
    }

    [Fact]
    public void Merging_changes_neither_side()
    {
        Own.WithFallback(Low);

        Assert.False(Own.HasPath("y"));
        Assert.Equal(2, Low.GetInt("x"));
    }

    [Fact]
    public void Text_leaves_the_fallbacks_out_unless_asked_for()
    {
        var merged = Own.WithFallback(Low);

        Assert.Equal(Own.ToString(), merged.ToString());
        Assert.Contains("y : 2", merged.ToString(includeFallback: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_gained_by_an_empty_fallback()
    {
        Assert.Same(Own, Own.WithFallback(null));
        Assert.Same(Own, Own.WithFallback(Config.Empty));
        Assert.Same(Own, ConfigurationFactory.Empty.WithFallback(Own));
    }

    [Fact]
    public void A_configuration_cannot_fall_back_on_itself()
        => Assert.Throws<ArgumentException>(() => Own.WithFallback(Own));

    [Fact]
    public void Missing_configurations_are_left_out()
    {
        Config? none = null;

        Assert.True(none.IsNullOrEmpty());
        Assert.True(Config.Empty.IsNullOrEmpty());
        Assert.False(Own.IsNullOrEmpty());
        Assert.Same(Own, none.SafeWithFallback(Own));
        Assert.Same(Own, Own.SafeWithFallback(none));
    }

    [Fact]
    public void Text_is_added_below_or_above()
    {
        Assert.Equal((1, 3), ((Own + "x = 3\nz = 3").GetInt("x"), (Own + "z = 3").GetInt("z")));
        Assert.Equal(3, ("x = 3" + Own).GetInt("x"));
    }
}
