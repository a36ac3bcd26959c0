using Akka.Actor;

namespace Party.Simulation.Tests;

public sealed class FaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void An_actor_throws_in_the_message_that_was_named()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
        simulation.Faults.Throw("/user/recorder", message: 2);
        TellAll(actor, "abc");

        simulation.Run();

        Assert.Equal("ac", string.Concat(log));
        Assert.Contains(simulation.LastSteps, line => line.EndsWith("/user/recorder throws", StringComparison.Ordinal));
    }

    [Fact]
    public void The_supervisor_decides_about_an_injected_exception()
    {
        using var simulation = new ActorSimulation(1);
        List<Exception> seen = [];
        var strategy = new OneForOneStrategy(error =>
        {
            seen.Add(error);
            return Directive.Stop;
        });
        var parent = Props.Create(
            () => new Acting((context, message) => StartChild(context).Tell(message)),
            strategy);
        simulation.System.ActorOf(parent, "parent").Tell("go");
        simulation.Faults.Throw("/user/parent/child", message: 1, () => new TimeoutException("no answer"));

        simulation.Run();

        Assert.Equal(["no answer"], seen.Select(error => error.Message));
        Assert.Throws<ArgumentException>(() => simulation.Faults.Stop("/user/parent/child"));
    }

    [Fact]
    public void An_actor_is_stopped_before_the_message_that_was_named()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
        simulation.Faults.Stop("/user/recorder", message: 3);
        TellAll(actor, "abcd");

        simulation.Run();

        Assert.Equal("ab", string.Concat(log));
    }

    [Fact]
    public void A_restarted_actor_handles_the_message_before_which_it_was_restarted()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        List<object> instances = [];
        var actor = simulation.System.ActorOf(Props.Create(() => new Counted(log, instances)), "recorder");
        simulation.Faults.Restart("/user/recorder", message: 2);
        simulation.Faults.Throw("/user/recorder", message: 3);
        TellAll(actor, "abcd");

        simulation.Run();

        Assert.Equal("abd", string.Concat(log));
        Assert.Equal(3, instances.Count);
    }

    [Fact]
    public void An_actor_is_stopped_or_restarted_on_demand()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        List<object> instances = [];
        var actor = simulation.System.ActorOf(Props.Create(() => new Counted(log, instances)), "recorder");
        simulation.Run();

        simulation.Faults.Restart("/user/recorder");
        simulation.Run();
        Assert.Equal(2, instances.Count);

        simulation.Faults.Stop("/user/recorder");
        simulation.Run();
        actor.Tell("late");
        simulation.Run();
        Assert.Empty(log);
    }

    [Fact]
    public void A_dropped_message_never_arrives()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
        simulation.Faults.Drop("nobody", "/user/recorder", messages: 2, which: message => message is 'b' or 'c' or 'd');
        TellAll(actor, "abcde");

        simulation.Run();

        Assert.Equal("ade", string.Concat(log));
    }

    [Fact]
    public void Only_the_messages_between_the_named_actors_are_dropped()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
        simulation.System.ActorOf(Repeater.Props(actor, 'a', 3), "one");
        simulation.System.ActorOf(Repeater.Props(actor, 'b', 3), "other");
        simulation.Faults.Drop("/user/one", "/user/recorder");

        simulation.Run();

        Assert.Equal("bbb", string.Concat(log));
    }

    [Fact]
    public void A_delayed_message_is_not_overtaken_by_a_later_one_of_the_same_sender() =>
        ActorSimulation.Explore(50, simulation =>
        {
            List<object> log = [];
            var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
            simulation.Faults.Delay("*", "/user/recorder", Second, which: message => message is 'b' or 'd');
            TellAll(actor, "abcde");

            simulation.Run();

            Assert.Equal("abcde", string.Concat(log));
            Assert.Equal(Second, simulation.Elapsed);
        });

    [Fact]
    public void A_delayed_message_is_overtaken_by_those_of_others()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log), "recorder");
        simulation.System.ActorOf(Repeater.Props(actor, 'a', 3), "one");
        simulation.System.ActorOf(Repeater.Props(actor, 'b', 3), "other");
        simulation.Faults.Delay("/user/one", "/user/recorder", Second);

        simulation.Run();

        Assert.Equal("bbbaaa", string.Concat(log));
    }

    [Fact]
    public void A_fault_that_did_not_happen_is_named()
    {
        using var simulation = new ActorSimulation(1);
        simulation.System.ActorOf(Recorder.Props([]), "recorder").Tell("a");
        simulation.Faults.Throw("/user/recorder", message: 2);
        simulation.Faults.Drop("/user/misspelt", "/user/recorder");

        simulation.Run();

        Assert.Equal(
            [
                "/user/recorder throws in message 2: 1 came",
                "drop from /user/misspelt to /user/recorder: no such message came",
            ],
            simulation.Faults.Unused);
    }

    [Theory]
    [InlineData("recorder")]
    [InlineData("akka://simulation/user/recorder")]
    public void A_fault_is_refused_for_what_is_no_path(string path)
    {
        using var simulation = new ActorSimulation(1);

        var error = Assert.Throws<ArgumentException>(() => simulation.Faults.Throw(path, message: 1));

        Assert.StartsWith(
            $"Expected a path such as /user/consumer, got \"{path}\".", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => simulation.Faults.Drop(path, "*"));
        Assert.Throws<ArgumentException>(() => simulation.Faults.Stop(path, message: 1));
    }

    [Fact]
    public void A_fault_is_refused_for_a_message_before_the_first()
    {
        using var simulation = new ActorSimulation(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Faults.Restart("/user/a", message: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Faults.Delay("*", "*", TimeSpan.Zero));
    }

    private static IActorRef StartChild(IActorContext context) => context.ActorOf(Recorder.Props([]), "child");

    private static void TellAll(IActorRef actor, string letters)
    {
        foreach (var letter in letters)
        {
            actor.Tell(letter);
        }
    }

    private sealed class Counted(List<object> log, List<object> instances) : UntypedActor
    {
        protected override void PreStart() => instances.Add(this);

        protected override void OnReceive(object message) => log.Add(message);
    }
}
