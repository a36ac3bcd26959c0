using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class LifecycleTests : QuietKit
{
    [Fact]
    public void A_restart_replaces_the_instance_between_its_hooks()
    {
        var actor = Sys.ActorOf(Witness());
        actor.Tell(new FlawException("x"));
        actor.Tell("next");

        Assert.Equal(["made", "started"], ReceiveN(2));
        Assert.Equal(["restarting after x", "stopped", "made", "restarted", "started", "next"], ReceiveN(6));
    }

    [Fact]
    public void A_stop_runs_the_last_hook_once()
    {
        var actor = Sys.ActorOf(Witness());
        ReceiveN(2);

        StopAndWait(actor);
        Sys.Stop(actor);

        ExpectMsg("stopped");
        TestActor.Tell("nothing more");
        ExpectMsg("nothing more");
    }

    [Fact]
    public void A_restart_keeps_reference_and_mailbox()
    {
        var actor = Sys.ActorOf(Witness(), "kept");
        var path = actor.Path;
        actor.Tell(1);
        actor.Tell(new FlawException("x"));
        actor.Tell(2);

        Assert.Equal([1, 2], ReceiveN(9).OfType<int>());
        Assert.Equal(path.Uid, LastSender.Path.Uid);
    }

    [Fact]
    public void A_constructor_that_throws_stops_the_actor_without_a_hook()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Stillborn(test)));
        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_failed_start_goes_to_the_supervisor_with_its_cause()
    {
        var test = TestActor;
        var boss = Play(strategy: () => new OneForOneStrategy(error =>
        {
            test.Tell(error);
            return Directive.Stop;
        }));

        var child = ChildOf(boss, Props.Create(() => new Stillborn(test)));

        var error = ExpectMsg<ActorInitializationException>();
        Assert.Equal(child, error.Actor);
        Assert.IsType<FlawException>(error.GetBaseException());
    }

    [Fact]
    public void A_last_hook_that_throws_does_not_keep_the_actor()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Fragile(test, "PostStop")));

        StopAndWait(actor);
    }

    [Fact]
    public void A_PreRestart_that_throws_does_not_prevent_the_restart()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Fragile(test, "PreRestart")));

        actor.Tell(new FlawException("x"));
        actor.Tell("alive");

        ExpectMsg("alive");
    }

    [Fact]
    public void A_PostRestart_that_throws_stops_the_actor()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Fragile(test, "PostRestart")));
        Watch(actor);

        actor.Tell(new FlawException("x"));

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_disposable_actor_is_disposed_of_when_it_is_replaced_and_when_it_stops()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Disposed(test)));

        actor.Tell(new FlawException("x"));
        ExpectMsg("disposed");

        Sys.Stop(actor);
        ExpectMsg("disposed");
    }

    [Fact]
    public void An_actor_made_by_new_is_refused()
    {
        var test = TestActor;

        Assert.Throws<ActorInitializationException>(() => RunOnNewThread(() => new Witness(test)));
    }

    [Fact]
    public void The_context_is_the_actors_threads_alone()
    {
        var actor = Play();
        var part = Inside(actor, part => part);

        Assert.Throws<NotSupportedException>(() => RunOnNewThread(() => part.Me));
    }

    private static void RunOnNewThread(Func<object> function)
    {
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(function));
        thread.Start();
        thread.Join();
        if (error is not null)
        {
            throw error;
        }
    }

    private sealed class Stillborn : UntypedActor
    {
        private readonly IActorRef _test;

        public Stillborn(IActorRef test)
        {
            _test = test;
            throw new FlawException("constructor");
        }

        protected override void PostStop() => _test.Tell("never");

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Fragile(IActorRef test, string hook) : UntypedActor
    {
        protected override void PreRestart(Exception reason, object? message) => Run("PreRestart");

        protected override void PostRestart(Exception reason) => Run("PostRestart");

        protected override void PostStop() => Run("PostStop");

        protected override void OnReceive(object message)
        {
            if (message is Exception error)
            {
                throw error;
            }

            test.Tell(message);
        }

        private void Run(string name)
        {
            if (name == hook)
            {
                throw new FlawException(name);
            }
        }
    }

    private sealed class Disposed(IActorRef test) : UntypedActor, IDisposable
    {
        public void Dispose() => test.Tell("disposed");

        protected override void OnReceive(object message) => throw (Exception)message;
    }
}
