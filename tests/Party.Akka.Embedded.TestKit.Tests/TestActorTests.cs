using Akka.Actor;

namespace Akka.TestKit.Tests;

public sealed class TestActorTests : QuietKit
{
    [Fact]
    public void Watch_is_in_place_when_it_returns()
    {
        var pupil = Sys.ActorOf(Props.Create(() => new Pupil()));

        Assert.Equal(pupil, Watch(pupil));
        Sys.Stop(pupil);

        Assert.True(ExpectTerminated(pupil).ExistenceConfirmed);
    }

    [Fact]
    public async Task Watch_and_its_end_can_be_awaited()
    {
        var watched = Sys.ActorOf(Props.Create(() => new Pupil()));
        var unwatched = Sys.ActorOf(Props.Create(() => new Pupil()));
        await WatchAsync(watched);
        await WatchAsync(unwatched);

        await UnwatchAsync(unwatched);
        Sys.Stop(unwatched);
        Sys.Stop(watched);

        await ExpectTerminatedAsync(watched);
        await ExpectNoMsgAsync(Blink);
    }

    [Fact]
    public void Rule_for_ignoring_replaces_the_one_before()
    {
        IgnoreMessages<int>();
        IgnoreMessages<string>(text => text == "spam");

        TellAll(1, "spam", "ham");

        ExpectMsg(1);
        ExpectMsg("ham");
    }

    [Fact]
    public void Autopilot_can_hand_the_controls_back()
    {
        var seen = new List<object>();
        SetAutoPilot(new DelegateAutoPilot((_, message) =>
        {
            seen.Add(message);
            return AutoPilot.NoAutoPilot;
        }));

        TellAll(1, 2);

        Assert.Equal([1, 2], ReceiveN(2));
        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task Child_is_restarted_when_it_fails_whatever_the_strategy()
    {
        var stopping = new OneForOneStrategy(_ => Directive.Stop);
        var child = await ChildActorOfAsync(Props.Create(() => new Pupil()), stopping);

        child.Tell(new FormatException());
        child.Tell("answer");

        ExpectMsgFrom(child, "here");
        Assert.Equal(TestActor.Path, child.Path.Parent);
    }

    [Fact]
    public void Kit_stays_the_implicit_sender_after_a_synchronous_answer()
    {
        var pupil = ActorOfAsTestActorRef<Pupil>();

        pupil.Tell("answer");
        pupil.Tell("answer");

        Assert.Equal(["here", "here"], ReceiveN(2));
    }

    [Fact]
    public async Task Kit_stays_the_implicit_sender_after_an_await()
    {
        var pupil = Sys.ActorOf(Props.Create(() => new Pupil()));
        Sys.Scheduler.Advanced.ScheduleOnce(Blink, () => TellAll("go on"));

        await ExpectMsgAsync("go on");
        pupil.Tell("answer");

        await ExpectMsgAsync("here");
    }
}
