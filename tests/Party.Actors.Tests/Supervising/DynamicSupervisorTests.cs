using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Supervising;

public sealed class DynamicSupervisorTests : SupervisionTest
{
    [Fact]
    public void A_child_has_started_when_it_is_answered()
    {
        var supervisor = Start();

        supervisor.Tell(new StartChild(Pupil(), "adam"), TestActor);

        ExpectMsg("pupil started");
        var child = ExpectMsg<ChildStarted>().Child;
        Assert.Equal((supervisor.Path.ToString(), "adam"), (child.Path.Parent.ToString(), child.Path.Name));
        Assert.Equal([new ListedChild(child, ChildState.Running, false)], List(supervisor));
    }

    [Theory]
    [InlineData("born dead")]
    [InlineData("born dead, and named")]
    public void A_child_that_fails_to_start_is_answered_and_counted_apart(string text)
    {
        var supervisor = Start(new() { Restart = ChildRestart.Permanent });

        supervisor.Tell(new StartChild(Pupil(text)), TestActor);

        var answer = ExpectMsg<ChildNotStarted>();
        Assert.Equal(ChildRefusal.Failed, answer.Refusal);
        Assert.EndsWith($"to start, got FormatException: \"{text}!\". It is given up.", answer.Reason);
        Assert.Equal(new ChildrenCounted(0, 0, 0, 0, FailedStarts: 1), Count(supervisor));
    }

    [Fact]
    public void A_child_that_cannot_be_made_is_answered()
    {
        var supervisor = Start();

        supervisor.Tell(new StartChild(Pupil(), "no good/name"), TestActor);

        Assert.Equal(ChildRefusal.Failed, ExpectMsg<ChildNotStarted>().Refusal);
        StartChild(supervisor);
    }

    [Fact]
    public void A_name_is_given_once_at_a_time()
    {
        var supervisor = Start();
        var child = StartChild(supervisor, name: "adam");

        supervisor.Tell(new StartChild(Pupil(), "adam"), TestActor);
        Assert.Equal(ChildRefusal.NameTaken, ExpectMsg<ChildNotStarted>().Refusal);

        Terminate(supervisor, child);
        StartChild(supervisor, name: "adam");
    }

    [Fact]
    public void No_more_children_than_allowed_are_started()
    {
        var supervisor = Start(new() { MaxChildren = 1 });
        var child = StartChild(supervisor);

        supervisor.Tell(new StartChild(Pupil()), TestActor);
        var answer = ExpectMsg<ChildNotStarted>();
        Assert.Equal(ChildRefusal.MaxChildren, answer.Refusal);
        Assert.StartsWith("Expected less than 1 children of", answer.Reason);

        Terminate(supervisor, child);
        StartChild(supervisor);
    }

    [Fact]
    public void Supervisors_are_counted_apart()
    {
        var supervisor = Start();
        StartChild(supervisor);
        supervisor.Tell(new StartChild(DynamicSupervisor.Props()), TestActor);
        var inner = ExpectMsg<ChildStarted>().Child;

        Assert.Equal(new ChildrenCounted(2, 2, 1, 1, 0), Count(supervisor));
        Assert.Equal([false, true], List(supervisor).Select(child => child.IsSupervisor));
        Assert.Equal(new ChildrenCounted(0, 0, 0, 0, 0), Count(inner));
    }

    [Fact]
    public void A_child_is_terminated_after_what_it_had_to_do()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Permanent });
        var child = StartChild(supervisor);
        child.Tell("one");
        child.Tell("two");

        supervisor.Tell(new TerminateChild(child), TestActor);

        ExpectMsg("pupil heard one");
        ExpectMsg("pupil heard two");
        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: true));
        Assert.Empty(List(supervisor));
    }

    [Fact]
    public void Who_is_no_child_is_not_found()
    {
        var supervisor = Start();

        supervisor.Tell(new TerminateChild(TestActor), TestActor);

        ExpectMsg(new ChildNotFound(TestActor));
    }

    [Fact]
    public async Task What_the_messages_do_the_methods_do()
    {
        var supervisor = Start(new() { MaxChildren = 2 });

        var child = await supervisor.StartChildAsync(Pupil(), "adam");
        await supervisor.StartChildAsync(Pupil());
        var refused = await Assert.ThrowsAsync<ChildNotStartedException>(() => supervisor.StartChildAsync(Pupil()));

        Assert.Equal(ChildRefusal.MaxChildren, refused.Refusal);
        Assert.Equal(child, (await supervisor.WhichChildrenAsync())[0].Child);
        Assert.True(await supervisor.TerminateChildAsync(child));
        Assert.False(await supervisor.TerminateChildAsync(child));
        Assert.Equal(1, (await supervisor.CountChildrenAsync()).Active);
        Assert.True(await supervisor.ShutDownAsync());
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var asked = TestActor.StartChildAsync(Pupil(), cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Asking_something_else_is_answered_by_an_exception()
    {
        var echo = Sys.ActorOf(Props.Create(() => new Echo()));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => echo.StartChildAsync(Pupil()));

        Assert.StartsWith("Expected the answer of a supervisor, got StartChild", error.Message);
    }

    private IActorRef Start(DynamicSupervisorOptions? options = null) => Start(DynamicSupervisor.Props(options));

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }

    private void Terminate(IActorRef supervisor, IActorRef child)
    {
        supervisor.Tell(new TerminateChild(child), TestActor);
        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: true));
    }
}
