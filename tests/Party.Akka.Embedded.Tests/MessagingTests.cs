using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class MessagingTests : QuietKit
{
    [Fact]
    public async Task Every_sender_keeps_its_order_among_many()
    {
        const int Senders = 8;
        const int Each = 5_000;
        var done = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create(() => new OrderKeeper(Senders, Each, done)));

        var threads = Enumerable.Range(0, Senders).Select(sender => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                actor.Tell((sender, i), ActorRefs.NoSender);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        await done.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_long_backlog_is_handled_in_order()
    {
        const int Count = 50_000;
        var done = new TaskCompletionSource();
        var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new OrderKeeper(1, Count, done)));
        actor.Tell(gate, ActorRefs.NoSender);

        for (var i = 0; i < Count; i++)
        {
            actor.Tell((0, i), ActorRefs.NoSender);
        }

        gate.Set();
        await done.Task.WaitAsync(Patience);
    }

    [Fact]
    public void Two_actors_can_talk_for_long()
    {
        var echo = Play((me, message) => me.From.Tell(message, me.Me));
        var test = TestActor;
        var caller = Play((me, message) =>
        {
            var count = (int)message;
            (count == 100_000 ? test : echo).Tell(count == 100_000 ? "done" : count + 1, me.Me);
        });

        caller.Tell(0);

        ExpectMsg("done");
    }

    [Fact]
    public void The_actor_that_sends_is_the_sender_unless_another_is_named()
    {
        var probe = CreateTestProbe();
        var test = TestActor;
        var actor = Play((_, message) => test.Tell(message));

        actor.Tell("implicit");
        ExpectMsg("implicit");
        Assert.Equal(actor, LastSender);

        Play((me, _) => me.From.Tell("reply", me.Me)).Tell("x", probe.Ref);
        probe.ExpectMsg("reply");
    }

    [Fact]
    public void Where_nobody_sent_the_dead_letters_are_the_sender()
    {
        var actor = Play((me, _) => TestActor.Tell(me.From));

        actor.Tell("x", ActorRefs.NoSender);

        Assert.Equal(Sys.DeadLetters, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void Forward_keeps_the_sender()
    {
        var last = Play((me, message) => me.From.Tell(message, me.Me));
        var middle = Play((_, message) => last.Forward(message));

        middle.Tell("x");

        ExpectMsg("x");
        Assert.Equal(last, LastSender);
    }

    [Fact]
    public void What_an_actor_tells_itself_comes_last()
    {
        var actor = Sys.ActorOf(Witness());
        ReceiveN(2);
        var self = Play((me, message) =>
        {
            if (message is "go")
            {
                me.Me.Tell("own");
            }
            else
            {
                actor.Tell(message);
            }
        });

        Inside(self, part =>
        {
            part.Me.Tell("go");
            part.Me.Tell("queued");
            return true;
        });

        ExpectMsg("queued");
        ExpectMsg("own");
    }

    [Fact]
    public void Nobody_swallows_what_it_is_told()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Event.DeadLetter));

        ActorRefs.Nobody.Tell("x");
        Sys.DeadLetters.Tell("marker");

        Assert.Equal("marker", ExpectMsg<Event.DeadLetter>().Message);
        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.Equal(TestActor, ActorRefs.Nobody.GetOrElse(() => TestActor));
    }

    private sealed class OrderKeeper(int senders, int each, TaskCompletionSource done) : ReceiveActor
    {
        private readonly int[] _next = new int[senders];

        protected override void PreStart()
        {
            Become(() =>
            {
                Receive<ManualResetEventSlim>(gate => gate.Wait());
                Receive<(int Sender, int Number)>(Count);
            });
        }

        private void Count((int Sender, int Number) message)
        {
            if (_next[message.Sender]++ != message.Number)
            {
                done.TrySetException(new FlawException($"Expected {_next[message.Sender] - 1} of sender "
                    + $"{message.Sender}, got {message.Number}."));
            }

            if (_next.Sum() == senders * each)
            {
                done.TrySetResult();
            }
        }
    }
}
