using Akka.Actor;

namespace Akka.TestKit.Tests;

public sealed class TestProbeTests : QuietKit
{
    [Fact]
    public void Probe_is_found_under_its_name() =>
        Assert.Equal("inspector", CreateTestProbe("inspector").Ref.Path.Name);

    [Fact]
    public void Making_a_probe_leaves_the_kit_the_implicit_sender()
    {
        var probe = CreateTestProbe();

        probe.Ref.Tell("question");
        probe.ExpectMsg("question");
        probe.Reply("answer");

        ExpectMsgFrom(probe.Ref, "answer");
    }

    [Fact]
    public void Probe_equals_the_actor_behind_it()
    {
        var probe = CreateTestProbe();

        Assert.True(probe.Equals(probe.Ref));
        Assert.True(((IEquatable<IActorRef>)probe).Equals(probe.Ref));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
        Assert.NotEqual(CreateTestProbe().Ref, probe.Ref);
    }

    [Fact]
    public void Probe_can_be_watched_and_stopped_by_itself()
    {
        var probe = CreateTestProbe();
        Watch(probe);

        Sys.Stop(probe);

        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void Probe_as_a_sender_gets_the_answer()
    {
        var probe = CreateTestProbe();
        var pupil = Sys.ActorOf(Props.Create(() => new Pupil()));

        pupil.Tell("answer", probe);

        probe.ExpectMsgFrom(pupil, "here");
    }

    [Fact]
    public void Probe_makes_children_by_their_type()
    {
        var probe = CreateTestProbe();

        var child = probe.ChildActorOf<Pupil>("kid");

        Assert.Equal(probe.Ref.Path / "kid", child.Path);
    }

    [Fact]
    public void Probe_keeps_its_own_deadline()
    {
        var probe = CreateTestProbe();

        Within(Patience, () => Assert.Throws<InvalidOperationException>(() => probe.Remaining));
    }
}
