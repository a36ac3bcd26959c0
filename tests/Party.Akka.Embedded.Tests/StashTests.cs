using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class StashTests : QuietKit
{
    [Fact]
    public void Unstashed_messages_come_in_order_before_those_that_wait()
    {
        var actor = NewDrawer();
        actor.Tell(1);
        actor.Tell(2);

        Inside(actor, drawer =>
        {
            drawer.Self.Tell(3, TestActor);
            drawer.Open();
        });

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [Fact]
    public void Unstash_takes_the_oldest_alone()
    {
        var actor = NewDrawer();
        actor.Tell(1);
        actor.Tell(2);

        Inside(actor, drawer => drawer.Open(stash => stash.Unstash()));

        ExpectMsg(1);
        Inside(actor, drawer => TestActor.Tell(drawer.Stash.Count));
        ExpectMsg(1);
    }

    [Fact]
    public void A_filter_drops_what_does_not_fit()
    {
        var actor = NewDrawer();
        for (var i = 0; i < 6; i++)
        {
            actor.Tell(i);
        }

        Inside(actor, drawer => drawer.Open(stash => stash.UnstashAll(envelope => (int)envelope.Message % 2 == 0)));
        Inside(actor, drawer => TestActor.Tell(drawer.Stash.IsEmpty));

        Assert.Equal([0, 2, 4, true], ReceiveN(4));
    }

    [Fact]
    public void What_is_prepended_comes_first()
    {
        var actor = NewDrawer();
        actor.Tell(3);

        Inside(actor, drawer =>
        {
            drawer.Stash.Prepend([new Envelope(1, TestActor), new Envelope(2, TestActor)]);
            drawer.Open();
        });

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [Fact]
    public void A_message_is_stashed_once()
    {
        var actor = NewDrawer();

        Inside(actor, drawer =>
        {
            drawer.Stash.Stash();
            TestActor.Tell(Record.Exception(drawer.Stash.Stash));
        });

        ExpectMsg<IllegalActorStateException>();
    }

    [Fact]
    public void A_stash_may_have_a_limit()
    {
        var actor = NewDrawer(capacity: 1);
        actor.Tell(1);

        Inside(actor, drawer =>
        {
            TestActor.Tell((drawer.Stash.IsFull, drawer.Stash.Capacity));
            TestActor.Tell(Record.Exception(drawer.Stash.Stash));
        });

        ExpectMsg((true, 1));
        ExpectMsg<StashOverflowException>();
    }

    [Fact]
    public void A_restart_puts_everything_back()
    {
        var actor = NewDrawer();
        actor.Tell(1);
        actor.Tell(new FlawException("x"));
        actor.Tell(2);

        Inside(actor, drawer => drawer.Open());

        Assert.Equal([1, 2], ReceiveN(2));
    }

    [Fact]
    public void A_stop_makes_dead_letters_of_it()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = NewDrawer();
        actor.Tell("left");

        actor.Tell(PoisonPill.Instance);

        Assert.Equal("left", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_terminated_that_was_stashed_is_still_news()
    {
        var ended = Play();
        var actor = NewDrawer();
        Inside(actor, drawer => drawer.Cell.Watch(ended));
        StopAndWait(ended);

        Inside(actor, drawer => drawer.Open());

        ExpectMsg("gone");
    }

    [Fact]
    public void A_capacity_of_zero_keeps_nothing_out()
    {
        var actor = NewDrawer(capacity: 0);
        actor.Tell(1);

        Inside(actor, drawer => drawer.Open());

        ExpectMsg(1);
    }

    private static void Inside(IActorRef actor, Action<Drawer> action) => actor.Tell(action, ActorRefs.NoSender);

    private IActorRef NewDrawer(int capacity = -1)
    {
        var test = TestActor;
        return Sys.ActorOf(Props.Create(() => new Drawer(test)).WithStashCapacity(capacity));
    }

    private sealed class Drawer(IActorRef test) : UntypedActor, IWithStash
    {
        private bool _isOpen;

        public new IActorRef Self => base.Self;

        public IStash Stash { get; set; } = null!;

        public void Open(Action<IStash>? unstash = null)
        {
            _isOpen = true;
            (unstash ?? (stash => stash.UnstashAll()))(Stash);
        }

        public new IActorContext Cell { get; } = Context;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Exception error:
                    throw error;
                case Action<Drawer> action:
                    action(this);
                    break;
                case Terminated when _isOpen:
                    test.Tell("gone");
                    break;
                default:
                    Keep(message);
                    break;
            }
        }

        private void Keep(object message)
        {
            if (_isOpen)
            {
                test.Tell(message);
            }
            else
            {
                Stash.Stash();
            }
        }
    }
}
