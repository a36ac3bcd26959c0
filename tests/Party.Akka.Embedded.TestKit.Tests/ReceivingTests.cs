namespace Akka.TestKit.Tests;

public sealed class ReceivingTests : QuietKit
{
    [Fact]
    public void While_drops_messages_of_other_types()
    {
        TellAll(1, "word", 2, 30);

        Assert.Equal([1, 2], ReceiveWhile<int>(i => i < 10, Patience));
        ExpectMsg(30);
    }

    [Fact]
    public void While_may_end_at_another_type()
    {
        TellAll(1, "word", 2);

        Assert.Equal([1], ReceiveWhile<int>(_ => true, Patience, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg("word");
    }

    [Fact]
    public void While_takes_at_most_so_many()
    {
        TellAll(1, 2, 3);

        Assert.Equal([1, 2], ReceiveWhile<int>(_ => true, Patience, msgs: 2));
        ExpectMsg(3);
    }

    [Fact]
    public void While_ends_when_nothing_comes_for_the_idle_time()
    {
        TellAll("a", "b");

        Assert.Equal(["a", "b"], ReceiveWhile(Patience, Blink, message => message as string));
    }

    [Fact]
    public async Task While_can_be_awaited_one_by_one()
    {
        TellAll(1, 2, 30);
        List<int> got = [];

        await foreach (var message in ReceiveWhileAsync<int>(i => i < 10, Patience))
        {
            got.Add(message);
        }

        Assert.Equal([1, 2], got);
        ExpectMsg(30);
    }

    [Fact]
    public async Task Exactly_n_can_be_awaited_one_by_one()
    {
        TellAll("a", "b", "c");
        List<object> got = [];

        await foreach (var message in ReceiveNAsync(2))
        {
            got.Add(message);
        }

        Assert.Equal(["a", "b"], got);
        Assert.True(HasMessages);
    }

    [Fact]
    public async Task One_can_be_awaited_with_its_sender()
    {
        TellAll("a");

        var (success, envelope) = await TryReceiveOneAsync(Patience);
        Assert.True(success);
        Assert.Equal(("a", TestActor), (envelope.Message, envelope.Sender));
        Assert.Null(await ReceiveOneAsync(Blink));
    }

    [Fact]
    public async Task Peeking_can_be_awaited_and_leaves_the_message()
    {
        TellAll("a");

        Assert.Equal("a", await PeekOneAsync(Patience));
        Assert.True(TryPeekOne(out var envelope, Patience, default));
        Assert.Equal("a", envelope.Message);
        ExpectMsg("a");
    }

    [Fact]
    public void What_was_received_last_is_remembered_with_its_sender()
    {
        TellAll("a", "b");

        ExpectMsg("a");
        ExpectMsg("b");

        Assert.Equal(("b", TestActor), (LastMessage, LastSender));
    }

    [Fact]
    public void A_message_that_comes_during_the_wait_ends_it()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(Blink, () => TellAll("late"));

        Assert.Equal("late", ReceiveOne(Patience));
    }
}
