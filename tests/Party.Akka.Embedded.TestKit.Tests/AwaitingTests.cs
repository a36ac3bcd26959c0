namespace Akka.TestKit.Tests;

public sealed class AwaitingTests : QuietKit
{
    private int _asked;

    [Fact]
    public void Condition_without_failure_says_whether_it_held()
    {
        Assert.True(AwaitConditionNoThrow(() => ++_asked == 3, Patience, TimeSpan.FromMilliseconds(1)));
        Assert.False(AwaitConditionNoThrow(() => false, Blink, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public async Task Condition_can_be_awaited()
    {
        await AwaitConditionAsync(() => Task.FromResult(++_asked == 3), Patience, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, _asked);
        var failure = await FailureOf(() => AwaitConditionAsync(() => false, Blink, "never ripe"));
        Assert.Contains("ripe", failure, StringComparison.Ordinal);
        Assert.False(await AwaitConditionNoThrowAsync(() => false, Blink));
    }

    [Fact]
    public async Task Assertion_can_be_awaited()
    {
        await AwaitAssertAsync(() => Assert.True(++_asked >= 2), Patience, TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, _asked);
        await Assert.ThrowsAsync<FormatException>(() =>
            AwaitAssertAsync(() => Task.FromException(new FormatException()), Blink, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Exception_of_a_condition_comes_out_at_once() =>
        Assert.Throws<FormatException>(() => AwaitCondition(() => throw new FormatException(), Patience));

    [Fact]
    public void Condition_in_a_block_waits_for_what_is_left() =>
        FailureOf(() => Within(Blink, () => AwaitCondition(() => false)));
}
