using Akka.Actor;

namespace Party.Simulation.Tests;

public sealed class TraceTests
{
    // A change of this text is a change of all schedules: seeds that were kept for what they found lose their meaning.
    private const string TraceOfSeed3 =
        """
             1 00:00:00  run /system
             2 00:00:00  run /user/recorder
             3 00:00:00  run /
             4 00:00:00  run /user/repeater
             4 00:00:00    /user/repeater handles Int32 from /user/repeater
             4 00:00:00    delays List<Int32> from /user/repeater to /user/recorder
             5 00:00:00  run /user
             6 00:00:00  run /user/repeater
             6 00:00:00    /user/repeater handles Int32 from /user/repeater
             6 00:00:00    delays List<Int32> from /user/repeater to /user/recorder
             6 00:00:00    /user/repeater handles Int32 from /user/repeater
             7 00:00:00  run /system
             8 00:00:01  timer
             9 00:00:01  run /user/recorder
             9 00:00:01    /user/recorder handles List<Int32> from /user/repeater
            10 00:00:01  timer
            11 00:00:01  run /user/recorder
            11 00:00:01    /user/recorder handles List<Int32> from /user/repeater
            11 00:00:01    /user/recorder throws
            12 00:00:01  run /user
            12 00:00:01    error: Injected in message 2 of /user/recorder.
            13 00:00:01  run /user/recorder
            14 00:01:00  timer
            15 00:01:00  run /user/recorder
            15 00:01:00    /user/recorder handles Char from nobody
            16 00:01:00  run /user
            17 00:01:00  run /user/recorder
            18 00:01:00  run /user
            19 00:01:00  run /user/repeater
            20 00:01:00  run /user
            21 00:01:00  run /system
            21 00:01:00    /system handles Terminated from /user
            22 00:01:00  run /
            22 00:01:00    / handles Terminated from /system
            23 00:01:00  end of a task
            24 00:01:00  end of a task
        """;

    [Fact]
    public void A_seed_gives_the_same_trace_in_every_process()
    {
        using var trace = new StringWriter();

        ActorSimulation.Replay(3, Scenario, new() { Trace = trace });

        Assert.Equal(TraceOfSeed3.ReplaceLineEndings("\n") + "\n", trace.ToString());
    }

    [Fact]
    public void A_failure_shows_as_many_lines_as_it_was_told_to()
    {
        using var simulation = new ActorSimulation(3, new() { LastSteps = 2 });

        Scenario(simulation);

        Assert.Equal(2, simulation.LastSteps.Count);
    }

    private static void Scenario(ActorSimulation simulation)
    {
        var actor = simulation.System.ActorOf(Recorder.Props([]), "recorder");
        simulation.System.ActorOf(Repeater.Props(actor, new List<int>(), 2), "repeater");
        simulation.System.Scheduler.ScheduleTellOnce(TimeSpan.FromMinutes(1), actor, 'x', ActorRefs.NoSender);
        simulation.Faults.Throw("/user/recorder", message: 2);
        simulation.Faults.Delay("/user/repeater", "/user/recorder", TimeSpan.FromSeconds(1), messages: 1);
        simulation.Run();
    }
}
