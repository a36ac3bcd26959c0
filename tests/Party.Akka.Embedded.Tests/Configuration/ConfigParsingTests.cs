using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Embedded.Tests.Configuration;

public sealed class ConfigParsingTests
{
    [Theory]
    [InlineData("a = ${nope}")]
    [InlineData("a = x!y")]
    [InlineData("a = \"\\x\"")]
    [InlineData("a = 1,,b = 2")]
    public void Text_that_means_nothing_is_refused(string text)
        => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(text));

    [Fact]
    public void An_address_without_quotes_is_refused()
        => Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("a = akka://system"));

    [Fact]
    public void Substitutions_are_looked_up_in_the_same_text()
    {
        var config = ConfigurationFactory.ParseString("base { x = 1 }\na = ${base}\nb = v${base.x}");

        Assert.Equal(1, config.GetInt("a.x"));
        Assert.Equal("v1", config.GetString("b"));
    }

    [Fact]
    public void The_callback_parses_what_is_included()
    {
        HoconRoot Include(string name) => Parser.Parse($"name = {name}", Include);

        var config = ConfigurationFactory.ParseString("o { include \"x\" }\ny = 1", Include);

        Assert.Equal("x", config.GetString("o.name"));
        Assert.Equal(1, config.GetInt("y"));
    }

    [Fact]
    public void A_value_can_stand_alone()
    {
        var value = ConfigurationFactory.ParseString("a = 1").GetValue("a");

        Assert.NotNull(value);
        Assert.Equal(1, value.GetInt());
        Assert.Equal(1, value.AtKey("k").GetInt("k"));
        Assert.True(value.IsString());
    }

    [Fact]
    public void Elements_are_values()
    {
        var value = ConfigurationFactory.ParseString("l = [x, [y], { b = 2 }]").GetValue("l");

        Assert.NotNull(value);
        var elements = value.GetArray();
        Assert.Equal("x", elements[0].GetString());
        Assert.Equal(["y"], elements[1].GetStringList());
        Assert.Equal("2", elements[2].ToConfig().GetString("b"));
    }
}
