using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;

namespace Akka.Embedded.Tests;

public sealed class DispatcherTests() : QuietKit("""
    pinned { type = PinnedDispatcher }
    crowd { type = ForkJoinDispatcher, throughput = 7, dedicated-thread-pool { thread-count = 2 } }
    akka.actor.deployment {
      /placed { dispatcher = crowd }
      "/*/deep" { dispatcher = crowd }
    }
    """)
{
    [Fact]
    public void An_actor_that_asks_for_nothing_is_on_the_default_dispatcher() =>
        Assert.Equal("akka.actor.default-dispatcher", Inside(Play(), part => part.Cell.Dispatcher.Id));

    [Fact]
    public void Props_choose_the_dispatcher_and_its_section_the_throughput()
    {
        var actor = Sys.ActorOf(Role().WithDispatcher("crowd"));

        Assert.Equal(("crowd", 7), Inside(actor, part => (part.Cell.Dispatcher.Id, part.Cell.Dispatcher.Throughput)));
    }

    [Fact]
    public void The_deployment_goes_by_path_and_may_have_wildcards()
    {
        var deep = ChildOf(Play(), Role(), "deep");

        Assert.Equal("crowd", Inside(Play(name: "placed"), part => part.Cell.Dispatcher.Id));
        Assert.Equal("crowd", Inside(deep, part => part.Cell.Dispatcher.Id));
    }

    [Fact]
    public void A_dispatcher_that_is_not_described_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Role().WithDispatcher("nowhere")));

    [Fact]
    public void A_pinned_actor_has_a_thread_of_its_own()
    {
        var one = Sys.ActorOf(Role().WithDispatcher("pinned"));
        var two = Sys.ActorOf(Role().WithDispatcher("pinned"));

        var threads = Enumerable.Range(0, 10).Select(_ => (ThreadOf(one), ThreadOf(two))).Distinct().ToList();

        Assert.NotEqual(threads.Single().Item1, threads.Single().Item2);
    }

    [Fact]
    public void A_dispatcher_with_threads_uses_no_others()
    {
        var actors = Enumerable.Range(0, 8).Select(_ => Sys.ActorOf(Role().WithDispatcher("crowd"))).ToList();

        Assert.InRange(actors.Select(ThreadOf).Distinct().Count(), 1, 2);
    }

    [Fact]
    public void An_actor_can_come_to_threads_that_all_others_have_left()
    {
        for (var i = 0; i < 20; i++)
        {
            var actor = Sys.ActorOf(Role().WithDispatcher("crowd"));
            ThreadOf(actor);
            StopAndWait(actor);
        }
    }

    [Fact]
    public void On_the_calling_thread_a_message_is_handled_before_Tell_returns()
    {
        var handled = 0;
        var actor = Sys.ActorOf(Role((_, _) => handled++).WithDispatcher(CallingThreadDispatcher.Id));
        ThreadOf(actor);

        actor.Tell("x");

        Assert.Equal(1, handled);
    }

    [Fact]
    public void A_blocked_actor_does_not_hold_up_the_others()
    {
        using var gate = new ManualResetEventSlim();
        Play((_, _) => gate.Wait()).Tell("block");

        Assert.True(Inside(Play(), _ => true));
        gate.Set();
    }

    [Fact]
    public void A_dispatcher_runs_actions_too()
    {
        var test = TestActor;

        Sys.Dispatchers.Lookup("crowd").Schedule(() => test.Tell("ran", ActorRefs.NoSender));

        ExpectMsg("ran");
    }

    private static int ThreadOf(IActorRef actor) => Inside(actor, _ => Environment.CurrentManagedThreadId);
}
