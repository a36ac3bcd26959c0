using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class ReceiveAsyncTests : QuietKit
{
    [Fact]
    public void No_message_is_handled_while_another_is_awaited()
    {
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = NewWaiter();
        actor.Tell(gate.Task);
        actor.Tell("after");
        ExpectMsg("waiting");

        gate.SetResult("awaited");

        ExpectMsg("awaited");
        ExpectMsg("after");
    }

    [Fact]
    public void Self_and_sender_are_still_right_after_an_await()
    {
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = NewWaiter();
        var asker = CreateTestProbe();
        actor.Tell(gate.Task, asker);
        actor.Tell("other sender", CreateTestProbe());
        asker.ExpectMsg("waiting");

        gate.SetResult("awaited");

        asker.ExpectMsg("awaited");
        Assert.Equal(actor, asker.LastSender);
    }

    [Fact]
    public void Many_awaits_in_a_row_keep_their_order()
    {
        var actor = NewWaiter();

        for (var i = 0; i < 200; i++)
        {
            actor.Tell(i);
        }

        Assert.Equal(Enumerable.Range(0, 200).Cast<object>(), ReceiveN(200));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exception_goes_to_the_supervisor_as_it_is(bool afterAwait)
    {
        var test = TestActor;
        var boss = Play(strategy: () => new OneForOneStrategy(error =>
        {
            test.Tell(error);
            return Directive.Resume;
        }));
        var child = ChildOf(boss, Props.Create(() => new Waiter()));
        var flaw = new FlawException("async");

        child.Tell(new Fault(flaw, afterAwait));
        child.Tell("next");

        Assert.Same(flaw, ExpectMsg<FlawException>());
        ExpectMsg("next");
    }

    [Fact]
    public void A_failure_restarts_and_keeps_the_mailbox()
    {
        var actor = NewWaiter();

        actor.Tell(new Fault(new FlawException("x"), AfterAwait: true));
        actor.Tell("kept");

        ExpectMsg("kept");
    }

    [Fact]
    public void An_actor_that_awaits_can_be_stopped()
    {
        var never = new TaskCompletionSource<string>();
        var actor = NewWaiter();
        actor.Tell(never.Task);
        ExpectMsg("waiting");

        StopAndWait(actor);
        never.SetResult("too late");
    }

    [Fact]
    public void A_message_can_be_stashed_after_an_await()
    {
        var actor = Sys.ActorOf(Props.Create(() => new LateStasher()));

        actor.Tell(1);
        actor.Tell("open");

        ExpectMsg(1);
    }

    [Fact]
    public void An_untyped_actor_awaits_by_RunTask()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Runner()));
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        actor.Tell(gate.Task);
        actor.Tell("after");

        gate.SetResult("ran");

        ExpectMsg("ran");
        ExpectMsg("after");
    }

    private IActorRef NewWaiter() => Sys.ActorOf(Props.Create(() => new Waiter()));

    private sealed record Fault(Exception Error, bool AfterAwait);

    private sealed class Waiter : ReceiveActor
    {
        public Waiter()
        {
            ReceiveAsync<Task<string>>(async task =>
            {
                Sender.Tell("waiting");
                Sender.Tell(await task, Self);
            });
            ReceiveAsync<Fault>(async message =>
            {
                if (message.AfterAwait)
                {
                    await Task.Yield();
                }

                throw message.Error;
            });
            ReceiveAsync<int>(
                async number =>
                {
                    await Task.Yield();
                    Sender.Tell(number);
                },
                number => number >= 0);
            ReceiveAnyAsync(message =>
            {
                Sender.Tell(message);
                return Task.CompletedTask;
            });
        }
    }

    private sealed class LateStasher : ReceiveActor, IWithUnboundedStash
    {
        public LateStasher()
        {
            ReceiveAsync<int>(async _ =>
            {
                await Task.Yield();
                Stash.Stash();
            });
            Receive<string>(_ =>
            {
                Become(() => Receive<int>(number => Sender.Tell(number)));
                Stash.UnstashAll();
            });
        }

        public IStash Stash { get; set; } = null!;
    }

    private sealed class Runner : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Task<string> task)
            {
                RunTask(async () => Sender.Tell(await task));
            }
            else
            {
                Sender.Tell(message);
            }
        }
    }
}
