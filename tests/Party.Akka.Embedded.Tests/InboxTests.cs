using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class InboxTests : QuietKit
{
    private readonly Inbox _inbox;

    public InboxTests()
        : base("akka { loglevel = WARNING, actor.inbox { inbox-size = 3, default-timeout = 20ms } }") =>
        _inbox = Inbox.Create(Sys);

    [Fact]
    public void It_keeps_messages_in_their_order()
    {
        _inbox.Receiver.Tell(1);
        _inbox.Receiver.Tell(2);

        Assert.Equal(1, _inbox.Receive(Patience));
        Assert.Equal(2, _inbox.Receive(Patience));
    }

    [Fact]
    public void Replies_to_what_it_sends_come_back_to_it()
    {
        var echo = Play((part, message) => part.From.Tell(message));

        _inbox.Send(echo, "hello");

        Assert.Equal("hello", _inbox.Receive(Patience));
    }

    [Fact]
    public async Task Who_waits_first_is_served_first()
    {
        var first = _inbox.ReceiveAsync(Patience);
        var second = _inbox.ReceiveAsync(Patience + Patience);

        _inbox.Receiver.Tell("a");
        _inbox.Receiver.Tell("b");

        Assert.Equal(["a", "b"], await Task.WhenAll(first, second));
    }

    [Fact]
    public void A_predicate_picks_one_and_leaves_the_others()
    {
        _inbox.Receiver.Tell(1);
        _inbox.Receiver.Tell("x");
        _inbox.Receiver.Tell(2);

        Assert.Equal("x", _inbox.ReceiveWhere(message => message is string, Patience));
        Assert.Equal([1, 2], new[] { _inbox.Receive(Patience), _inbox.Receive(Patience) });
    }

    [Fact]
    public async Task What_no_predicate_wants_stays()
    {
        var picked = Task.Run(() => _inbox.ReceiveWhere(message => message is string, Patience));
        _inbox.Receiver.Tell(1);
        _inbox.Receiver.Tell("x");

        Assert.Equal(1, _inbox.ReceiveWhere(message => message is int, Patience));
        Assert.Equal("x", await picked);
    }

    [Fact]
    public void An_empty_one_times_out()
    {
        Assert.Throws<TimeoutException>(() => _inbox.Receive());
        Assert.Throws<TimeoutException>(() => _inbox.Receive(TimeSpan.FromMilliseconds(10)));
        Assert.Throws<TimeoutException>(() => _inbox.ReceiveWhere(_ => true, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public async Task A_task_that_times_out_holds_a_failure()
    {
        var failure = Assert.IsType<Status.Failure>(await _inbox.ReceiveAsync(TimeSpan.FromMilliseconds(10)));

        Assert.IsType<TimeoutException>(failure.Cause);
    }

    [Fact]
    public void It_hears_of_the_end_of_what_it_watches()
    {
        var (watched, noted, left) = (Play(), Play(), Play());
        Assert.Same(watched, _inbox.Watch(watched));
        Assert.Same(noted, _inbox.WatchWith(noted, "noted"));
        _inbox.Watch(left);
        Assert.Same(left, _inbox.Unwatch(left));

        StopAndWait(left);
        StopAndWait(watched);
        Assert.Equal(watched, Assert.IsType<Terminated>(_inbox.Receive(Patience)).ActorRef);
        StopAndWait(noted);
        Assert.Equal("noted", _inbox.Receive(Patience));
    }

    [Fact]
    public void Too_many_messages_are_lost_and_that_is_said_once()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        for (var i = 0; i < 6; i++)
        {
            _inbox.Receiver.Tell(i);
        }

        var warning = ExpectMsg<Warning>().Message.ToString();
        Assert.Contains("Inbox size has been exceeded", warning, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], new[] { _inbox.Receive(Patience), _inbox.Receive(Patience), _inbox.Receive(Patience) });
        Assert.Throws<TimeoutException>(() => _inbox.Receive());
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void It_lives_below_system_until_it_is_disposed()
    {
        Watch(_inbox.Receiver);
        Assert.Equal("system", _inbox.Receiver.Path.Parent.Name);
        Assert.StartsWith("inbox-", _inbox.Receiver.Path.Name, StringComparison.Ordinal);

        _inbox.Dispose();

        ExpectTerminated(_inbox.Receiver);
    }
}
