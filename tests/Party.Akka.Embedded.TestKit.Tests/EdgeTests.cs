using Akka.Actor;

namespace Akka.TestKit.Tests;

public sealed class EdgeTests : QuietKit
{
    [Fact]
    public void Nothing_has_no_message_to_tell_of()
    {
        ReceiveOne(TimeSpan.Zero);
        Assert.Throws<IllegalActorStateException>(() => LastMessage);
        Assert.Throws<IllegalActorStateException>(() => LastSender);
    }

    [Fact]
    public void Message_looked_at_is_the_last_one()
    {
        TestActor.Tell(1);
        TestActor.Tell(2);
        ExpectMsg(1);
        PeekOne();
        Assert.Equal(2, LastMessage);
    }

    [Fact]
    public void All_of_wants_as_many_of_each_as_it_names()
    {
        foreach (var message in new[] { 1, 1, 2 })
        {
            TestActor.Tell(message);
        }

        FailureOf(() => ExpectMsgAllOf(1, 2, 2));
    }

    [Fact]
    public void Time_below_zero_finds_nothing()
    {
        TestActor.Tell(1);
        Assert.Null(ReceiveOne(TimeSpan.FromMilliseconds(-7)));
        ExpectMsg(1);
    }

    [Fact]
    public void Silence_for_less_than_no_time_is_refused() =>
        Assert.Throws<ArgumentException>(() => ExpectNoMsg(TimeSpan.FromMilliseconds(-7)));

    [Fact]
    public void Silence_beyond_the_end_of_the_block_is_too_long() =>
        FailureOf(() => Within(Blink, () => ExpectNoMsg(3 * Blink)));

    [Fact]
    public void Cancelled_before_is_an_error()
    {
        TestActor.Tell(1);
        var e = Assert.Throws<AggregateException>(() => ReceiveOne(Patience, new CancellationToken(true)));
        Assert.IsType<TaskCanceledException>(e.InnerException);
    }

    [Fact]
    public void Cancelled_condition_fails_after_one_question()
    {
        var asked = 0;
        FailureOf(() => AwaitCondition(() => ++asked < 0, Patience, new CancellationToken(true)));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Assertion_whose_next_attempt_comes_too_late_has_one()
    {
        var tried = 0;
        Assert.Throws<InvalidOperationException>(() => AwaitAssert(
            () =>
            {
                tried++;
                throw new InvalidOperationException();
            },
            Blink,
            Patience));
        Assert.Equal(1, tried);
    }

    [Fact]
    public async Task Failure_of_an_awaited_block_comes_wrapped()
    {
        var e = await Assert.ThrowsAsync<AggregateException>(() =>
            WithinAsync(Patience, () => Task.FromException(new InvalidOperationException())));
        Assert.IsType<InvalidOperationException>(e.InnerException);
    }

    [Fact]
    public async Task Awaited_block_that_never_ends_is_left_behind() =>
        await FailureOf(() => WithinAsync(Blink, () => new TaskCompletionSource().Task));

    [Fact]
    public void Probe_says_that_it_is_one() =>
        Assert.StartsWith("TestProbe([akka://test/system/bob", CreateTestProbe("bob").ToString());
}
