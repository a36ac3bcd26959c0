using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class TimerTests : VirtualKit
{
    [Fact]
    public void A_single_timer_fires_once()
    {
        var actor = NewTimed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Minute));

        Clock.Advance(10 * Minute);

        ExpectMsg("tick");
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("key")));
        ExpectMsg(false);
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_interval()
    {
        Do(NewTimed(), timers => timers.StartPeriodicTimer("key", "tick", Minute));

        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(Minute);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void The_first_delay_may_differ_from_the_interval()
    {
        Do(NewTimed(), timers => timers.StartPeriodicTimer("key", "tick", TimeSpan.Zero, Minute));

        Clock.Advance(TimeSpan.Zero);
        ExpectMsg("tick");
        Clock.Advance(Minute);
        ExpectMsg("tick");
    }

    [Fact]
    public void A_new_timer_takes_the_place_of_an_old_one_with_its_key()
    {
        var actor = NewTimed();
        Do(actor, timers =>
        {
            timers.StartSingleTimer("key", "old", Minute);
            timers.StartSingleTimer("key", "new", Minute);
        });

        Clock.Advance(Minute);

        ExpectMsg("new");
        Do(actor, _ => TestActor.Tell("nothing more"));
        ExpectMsg("nothing more");
    }

    [Fact]
    public void A_message_in_the_mailbox_is_dropped_when_its_timer_is_cancelled()
    {
        var actor = NewTimed();
        Do(actor, timers => timers.StartSingleTimer("key", "tick", Minute));

        Do(actor, timers =>
        {
            Clock.Advance(Minute);
            timers.Cancel("key");
        });
        Do(actor, _ => TestActor.Tell("nothing came"));

        ExpectMsg("nothing came");
    }

    [Fact]
    public void Timers_are_known_by_their_keys()
    {
        Do(NewTimed(), timers =>
        {
            timers.StartSingleTimer(1, "one", Minute);
            timers.StartSingleTimer(2, "two", Minute);
            timers.Cancel(1);
            TestActor.Tell(timers.ActiveTimers.Single());
            timers.CancelAll();
            TestActor.Tell(timers.ActiveTimers.Count);
        });

        ExpectMsg(2);
        ExpectMsg(0);
    }

    [Fact]
    public void A_restart_ends_all_timers()
    {
        var actor = NewTimed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Minute));
        actor.Tell(new FlawException("x"));
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("key")));
        ExpectMsg(false);

        Clock.Advance(Minute);

        Do(actor, _ => TestActor.Tell("nothing came"));
        ExpectMsg("nothing came");
    }

    [Fact]
    public void A_stop_ends_all_timers()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Event.AllDeadLetters));
        var actor = NewTimed();
        Do(actor, timers => timers.StartPeriodicTimer("key", "tick", Minute));
        StopAndWait(actor);

        Clock.Advance(Minute);

        Sys.DeadLetters.Tell("nothing came");
        Assert.Equal("nothing came", ExpectMsg<Event.DeadLetter>().Message);
    }

    private static void Do(IActorRef actor, Action<ITimerScheduler> action)
    {
        actor.Tell(action, ActorRefs.NoSender);

        // A second round trip: timers are set when it is over.
        actor.Ask<ActorIdentity>(new Identify(0), Patience).GetAwaiter().GetResult();
    }

    private IActorRef NewTimed()
    {
        var test = TestActor;
        return Sys.ActorOf(Props.Create(() => new Timed(test)));
    }

    private sealed class Timed(IActorRef test) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Exception error:
                    throw error;
                case Action<ITimerScheduler> action:
                    action(Timers);
                    break;
                default:
                    test.Tell(message);
                    break;
            }
        }
    }
}
