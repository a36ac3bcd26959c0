using Akka.Actor;

namespace Party.Simulation.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void Nothing_runs_before_the_run()
    {
        using var simulation = new ActorSimulation(1);
        var log = new List<object>();
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        actor.Tell("a");

        Assert.Empty(log);
        Assert.Equal(SimulationOutcome.Quiescent, simulation.Run());
        Assert.Equal(["a"], log);
    }

    [Fact]
    public void Messages_from_one_sender_keep_their_order_under_every_seed() =>
        ActorSimulation.Explore(100, simulation =>
        {
            var log = new List<object>();
            var actor = simulation.System.ActorOf(Recorder.Props(log));
            foreach (var number in Enumerable.Range(0, 20))
            {
                actor.Tell(number);
            }

            simulation.Run();

            Assert.Equal(Enumerable.Range(0, 20).Cast<object>(), log);
        });

    [Fact]
    public void A_bounded_mailbox_that_is_full_makes_dead_letters_at_once()
    {
        const string Bounded =
            "bounded { mailbox-type = \"Akka.Dispatch.BoundedMailbox, Akka\", mailbox-capacity = 2, "
            + "mailbox-push-timeout-time = 10s }";
        using var simulation = new ActorSimulation(1, new() { Config = Bounded });
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log).WithMailbox("bounded"));
        foreach (var letter in "abc")
        {
            actor.Tell(letter);
        }

        simulation.Run();

        Assert.Equal(['a', 'b'], log);
        Assert.Equal(TimeSpan.Zero, simulation.Elapsed);
    }

    [Fact]
    public void Different_seeds_interleave_senders_differently()
    {
        var orders = Enumerable.Range(1, 50).Select(OrderOfTwoSenders).Distinct().Count();

        Assert.True(orders > 5, $"Expected more than 5 interleavings of 50 seeds, got {orders}.");
    }

    [Fact]
    public void A_mailbox_handles_any_number_of_messages_in_one_step()
    {
        var sizes = Enumerable.Range(1, 50).Select(StepsForTenMessages).Distinct().Order().ToList();

        Assert.True(sizes.Count > 5, $"Expected more than 5 different numbers of steps, got {string.Join(", ", sizes)}.");
    }

    [Fact]
    public void One_seed_gives_one_trace_byte_for_byte()
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            Assert.Equal(TraceOf(seed), TraceOf(seed));
        }
    }

    private static string OrderOfTwoSenders(int seed)
    {
        using var simulation = new ActorSimulation(seed);
        var log = new List<object>();
        var actor = simulation.System.ActorOf(Recorder.Props(log), "receiver");
        foreach (var letter in "ab")
        {
            simulation.System.ActorOf(Repeater.Props(actor, letter, 5), letter.ToString());
        }

        simulation.Run();
        return string.Concat(log);
    }

    private static long StepsForTenMessages(int seed)
    {
        using var simulation = new ActorSimulation(seed);
        var actor = simulation.System.ActorOf(Recorder.Props([]));
        simulation.Run();
        var before = simulation.Steps;
        foreach (var number in Enumerable.Range(1, 10))
        {
            actor.Tell(number);
        }

        simulation.Run();
        return simulation.Steps - before;
    }

    private static string TraceOf(int seed)
    {
        using var trace = new StringWriter();
        ActorSimulation.Replay(seed, simulation =>
        {
            var actor = simulation.System.ActorOf(Recorder.Props([]), "receiver");
            simulation.System.ActorOf(Repeater.Props(actor, 'a', 5));
            simulation.System.ActorOf(Repeater.Props(actor, 'b', 5));
            simulation.Faults.Restart("/user/receiver", message: simulation.Random.Next(1, 5));
            simulation.Run();
        }, new() { Trace = trace });
        return trace.ToString();
    }
}
