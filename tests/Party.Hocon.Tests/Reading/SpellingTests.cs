namespace Party.Hocon.Tests.Reading;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("limti", "limit")]
    [InlineData("limt", "limit")]
    [InlineData("limits", "limit")]
    [InlineData("maxdemand", "max-demand")]
    [InlineData("min-demand", "max-demand")]
    [InlineData("park_limit", "park-limit")]
    public void A_slip_is_recognised(string written, string meant)
        => Assert.EndsWith($" Did you mean {meant}?", Message(written), StringComparison.Ordinal);

    [Theory]
    [InlineData("ab")]
    [InlineData("line")]
    [InlineData("LIMIT")]
    [InlineData("colour-of-the-bikeshed")]
    public void Another_word_is_not_guessed_at(string written)
        => Assert.DoesNotContain("Did you mean", Message(written), StringComparison.Ordinal);

    [Fact]
    public void Known_keys_are_listed_up_to_twenty()
    {
        var reader = SettingTests.Reader("zzz = 1");
        foreach (var index in Enumerable.Range(10, 30))
        {
            Assert.False(reader[$"k{index}"].Exists);
        }

        Assert.Contains("k28, k29, …, got zzz.", Assert.Single(reader.Errors).Message, StringComparison.Ordinal);
    }

    private static string Message(string written)
    {
        var reader = SettingTests.Reader($"{written} = 1");
        Assert.False(reader["limit"].Exists || reader["max-demand"].Exists || reader["park-limit"].Exists || reader["x"].Exists);
        return Assert.Single(reader.Errors).Message;
    }
}
