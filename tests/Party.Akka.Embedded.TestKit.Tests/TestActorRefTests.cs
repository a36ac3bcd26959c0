using Akka.Actor;

namespace Akka.TestKit.Tests;

public sealed class TestActorRefTests : QuietKit
{
    [Fact]
    public void Told_message_is_handled_when_tell_returns()
    {
        var pupil = ActorOfAsTestActorRef<Pupil>("named");

        pupil.Tell("note");

        Assert.Equal(["note"], pupil.UnderlyingActor.Notes);
        Assert.Equal(Environment.CurrentManagedThreadId, pupil.UnderlyingActor.HandledBy);
        Assert.Equal("named", pupil.Path.Name);
    }

    [Fact]
    public void Failure_on_tell_goes_to_the_supervisor()
    {
        var pupil = ActorOfAsTestActorRef<Pupil>();
        var first = pupil.UnderlyingActor;

        pupil.Tell(new FormatException());
        pupil.Tell("after");

        AwaitAssert(() => Assert.NotSame(first, pupil.UnderlyingActor), Patience, TimeSpan.FromMilliseconds(5));
        AwaitAssert(() => Assert.Equal(["after"], pupil.UnderlyingActor.Notes), Patience, TimeSpan.FromMilliseconds(5));
        Assert.Equal(1, pupil.UnderlyingActor.Incarnation);
    }

    [Fact]
    public void Failure_on_receive_goes_to_the_test()
    {
        var pupil = ActorOfAsTestActorRef<Pupil>();

        Assert.Throws<FormatException>(() => pupil.Receive(new FormatException()));
        pupil.Receive("still there");

        Assert.Equal(["still there"], pupil.UnderlyingActor.Notes);
    }

    [Fact]
    public void Sender_can_be_given_to_receive()
    {
        var probe = CreateTestProbe();

        ActorOfAsTestActorRef<Pupil>().Receive("answer", probe.Ref);

        probe.ExpectMsg("here");
    }

    [Fact]
    public void Actor_lives_under_the_supervisor_that_is_given()
    {
        var probe = CreateTestProbe();

        var pupil = ActorOfAsTestActorRef<Pupil>(Props.Create(() => new Pupil()), probe.Ref, "kid");

        Assert.Equal(probe.Ref.Path / "kid", pupil.Path);
    }

    [Fact]
    public void Reference_equals_the_actor_it_stands_for()
    {
        var pupil = ActorOfAsTestActorRef<Pupil>();

        Assert.True(pupil.Equals(pupil.Ref));
        Assert.True(pupil == pupil.Ref);
        Assert.False(pupil != pupil.Ref);
        Assert.Equal(pupil.Ref.GetHashCode(), pupil.GetHashCode());
    }

    [Fact]
    public async Task Actor_can_be_asked() =>
        Assert.Equal("here", await ActorOfAsTestActorRef<Pupil>().Ask<string>("answer", Patience));

    [Fact]
    public async Task Asynchronous_handler_has_ended_when_receive_async_ends()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = ActorOfAsTestActorRef<Slow>(Props.Create(() => new Slow(gate.Task)));

        var received = slow.ReceiveAsync("note", TestActor);
        Assert.False(received.IsCompleted);
        gate.SetResult();
        await received;

        Assert.True(slow.UnderlyingActor.HasEnded);
    }

    private sealed class Slow : ReceiveActor
    {
        public Slow(Task gate) => ReceiveAsync<string>(async _ =>
        {
            await gate;
            HasEnded = true;
        });

        public bool HasEnded { get; private set; }
    }
}
