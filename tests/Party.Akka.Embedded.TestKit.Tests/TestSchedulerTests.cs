using Akka.Actor;
using Akka.TestKit.Configs;

namespace Akka.TestKit.Tests;

public sealed class TestSchedulerTests : QuietKit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public TestSchedulerTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    private TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Ready_made_configuration_has_the_same_scheduler()
    {
        var scheduler = TestConfigs.TestSchedulerConfig.GetString("akka.scheduler.implementation");

        Assert.Contains(nameof(TestScheduler), scheduler, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_moves_only_by_advancing()
    {
        var start = Clock.Now;

        Clock.Advance(Second);

        Assert.Equal(start + Second, Clock.Now);
    }

    [Fact]
    public void What_falls_due_together_runs_in_the_order_of_scheduling()
    {
        foreach (var number in (int[])[1, 2, 3])
        {
            Clock.ScheduleTellOnce(Second, TestActor, number, ActorRefs.NoSender);
        }

        Clock.Advance(Second);

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [Fact]
    public void Cancelled_does_not_run()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Clock.ScheduleTellOnce(Second, TestActor, "never", ActorRefs.NoSender, cancelable);
        cancelable.Cancel();

        Clock.Advance(Second);

        Assert.False(HasMessages);
    }

    [Fact]
    public void Action_runs_on_the_advancing_thread()
    {
        var ranOn = 0;
        Clock.Advanced.ScheduleOnce(Second, () => ranOn = Environment.CurrentManagedThreadId);

        Clock.Advance(Second);

        Assert.Equal(Environment.CurrentManagedThreadId, ranOn);
    }

    [Fact]
    public void Repeated_runs_until_it_is_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        var runs = 0;
        Clock.Advanced.ScheduleRepeatedly(Second, 2 * Second, () => runs++, cancelable);

        Clock.Advance(Second);
        Clock.Advance(Second);
        Clock.Advance(Second);
        Assert.Equal(2, runs);

        cancelable.Cancel();
        Clock.Advance(2 * Second);
        Assert.Equal(2, runs);
    }

    [Fact]
    public void What_is_scheduled_while_time_moves_waits_for_a_further_step()
    {
        var ran = false;
        Clock.Advanced.ScheduleOnce(Second, () => Clock.Advanced.ScheduleOnce(Second, () => ran = true));

        Clock.Advance(Second);
        Assert.False(ran);

        Clock.Advance(Second);
        Assert.True(ran);
    }

    [Fact]
    public void Large_step_runs_a_repeated_one_once_and_again_an_interval_later()
    {
        var runs = 0;
        Clock.Advanced.ScheduleRepeatedly(Second, Second, () => runs++);

        Clock.Advance(10 * Second);
        Assert.Equal(1, runs);

        Clock.Advance(Second);
        Assert.Equal(2, runs);
    }

    [Fact]
    public void Timers_and_receive_timeouts_of_actors_run_on_it()
    {
        var sleeper = ActorOfAsTestActorRef<Sleeper>(Props.Create(() => new Sleeper(TestActor)));

        Clock.Advance(Second);
        ExpectMsg("timer");

        Clock.Advance(9 * Second);
        ExpectMsg("silence");
        Sys.Stop(sleeper);
    }

    private sealed class Sleeper : ReceiveActor, IWithTimers
    {
        public Sleeper(IActorRef observer)
        {
            Context.SetReceiveTimeout(5 * Second);
            Receive<string>(observer.Tell);
            Receive<ReceiveTimeout>(_ => observer.Tell("silence"));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("key", "timer", Second);
    }
}
