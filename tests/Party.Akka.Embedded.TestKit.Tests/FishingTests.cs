using System.Collections;

namespace Akka.TestKit.Tests;

public sealed class FishingTests : QuietKit
{
    [Fact]
    public void What_did_not_fit_can_be_looked_at()
    {
        TellAll("boot", 1, 2);
        ArrayList thrownBack = ["from before"];

        Assert.Equal(2, FishForMessage<int>(i => i == 2, thrownBack, Patience));
        Assert.Equal(["boot", 1], thrownBack.Cast<object>());
    }

    [Fact]
    public async Task Fishing_can_be_awaited()
    {
        TellAll("boot", "trout");

        Assert.Equal("trout", await FishForMessageAsync(message => message is "trout", Patience));
        var failure = await FailureOf(async () => await FishForMessageAsync<int>(_ => true, Blink, "none today"));
        Assert.Contains("none today", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Radio_silence_returns_what_came_before_it()
    {
        TellAll("a", "b");

        Assert.Equal(["a", "b"], (await WaitForRadioSilenceAsync(Blink)).Cast<object>());
        Assert.False(HasMessages);
    }
}
