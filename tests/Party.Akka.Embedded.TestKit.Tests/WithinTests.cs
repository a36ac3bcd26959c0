namespace Akka.TestKit.Tests;

public sealed class WithinTests : QuietKit
{
    [Fact]
    public void Silence_may_use_up_the_whole_block() => Within(Blink, () => ExpectNoMsg(), Patience);

    [Fact]
    public void Inner_block_ends_no_later_than_the_outer_one() =>
        Within(Patience, () => Within(10 * Patience, () => Assert.True(Remaining <= Patience)));

    [Fact]
    public void Inner_block_that_needs_more_than_is_left_fails_before_it_runs()
    {
        var ran = false;

        FailureOf(() => Within(Patience, () => Within(2 * Patience, 3 * Patience, () => ran = true)));

        Assert.False(ran);
    }

    [Fact]
    public async Task Awaited_block_shares_its_deadline()
    {
        var result = await WithinAsync(Patience, async () =>
        {
            TellAll(1);
            Assert.True(Remaining <= Patience);
            return await ExpectMsgAsync<int>();
        });

        Assert.Equal(1, result);
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public async Task Expectations_in_an_awaited_block_end_with_it()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => WithinAsync(Blink, async () => await ExpectMsgAsync<string>()));

        Assert.IsAssignableFrom<Xunit.Sdk.XunitException>(failure.GetBaseException());
    }

    [Fact]
    public void Exception_of_the_block_comes_out_and_ends_the_deadline()
    {
        Assert.Throws<FormatException>(() => Within(Patience, () => throw new FormatException()));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void Negative_bounds_are_refused() =>
        Assert.Throws<ArgumentException>(() => Within(TimeSpan.FromSeconds(-3), () => { }));
}
