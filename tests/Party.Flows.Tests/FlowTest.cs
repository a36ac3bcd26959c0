using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Party.Flows.Running;

namespace Party.Flows.Tests;

/// <summary>Flows under test.</summary>
public abstract class FlowTest(string config = "") : TestKit(
    ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString("""
    akka.loglevel = WARNING
    akka.stdout-loglevel = OFF
    akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
    """)))
{
    /// <summary>How long a test waits for a flow that should end by itself.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>What comes of a flow, in order of size.</summary>
    protected async Task<List<TEvent>> Sorted<TEvent>(Flow<TEvent> flow) =>
        [.. (await Run(flow)).Order()];

    /// <summary>What comes of a flow.</summary>
    protected Task<List<TEvent>> Run<TEvent>(Flow<TEvent> flow) => flow.ToListAsync(Sys).WaitAsync(Patience);

    /// <summary>Watches the stages of a flow that has started.</summary>
    /// <param name="run">The flow.</param>
    /// <param name="count">How many they are.</param>
    protected List<IActorRef> StagesOf(FlowRun run, int count)
    {
        var probe = CreateTestProbe();
        probe.Watch(run.Coordinator);

        // Its answer comes when it has begun, and so when its stages are there.
        probe.Send(run.Coordinator, new Identify("begun"));
        probe.ExpectMsg<ActorIdentity>();
        var below = Sys.ActorSelection($"{run.Coordinator.Path.ToStringWithoutAddress()}/*");
        below.Tell(new Identify("stages"), TestActor);
        List<IActorRef> stages = [.. Enumerable.Range(0, count).Select(_ => ExpectMsg<ActorIdentity>().Subject!)];
        stages.ForEach(stage => Watch(stage));
        return stages;
    }

    /// <summary>Waits until stages are gone that are being watched.</summary>
    protected void ExpectGone(IEnumerable<IActorRef> stages)
    {
        var left = stages.ToHashSet();
        while (left.Count > 0)
        {
            Assert.True(left.Remove(ExpectMsg<Terminated>(Patience).ActorRef));
        }
    }

    /// <summary>Waits until a flow's coordinator is gone, and with it every stage below.</summary>
    protected void ExpectGone(FlowRun run)
    {
        var probe = CreateTestProbe();
        probe.Watch(run.Coordinator);
        probe.ExpectTerminated(run.Coordinator, Patience);
    }
}
