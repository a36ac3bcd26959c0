using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Supervising;

/// <summary>Supervisors under test, on virtual time; what their children say comes to the test.</summary>
public abstract class SupervisionTest : StageTest
{
    private const string Virtual = """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        """;

    protected SupervisionTest()
        : base(Virtual)
    {
    }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    protected static Exception Failure => new InvalidOperationException("fell over");

    protected Props Pupil(string text = "pupil") => Supervising.Pupil.Props(TestActor, text);

    protected IActorRef StartChild(IActorRef supervisor, string text = "pupil", string? name = null)
    {
        supervisor.Tell(new StartChild(Pupil(text), name), TestActor);
        ExpectMsg($"{text} started");
        return ExpectMsg<ChildStarted>().Child;
    }

    /// <summary>Has a child wait at a gate; it waits there when this returns.</summary>
    protected void HoldUp(IActorRef child, ManualResetEventSlim gate, string text = "pupil")
    {
        child.Tell(gate);
        ExpectMsg($"{text} waits");
    }

    protected ChildrenCounted Count(IActorRef supervisor)
    {
        supervisor.Tell(new CountChildren(), TestActor);
        return ExpectMsg<ChildrenCounted>();
    }

    protected IReadOnlyList<ListedChild> List(IActorRef supervisor)
    {
        supervisor.Tell(new WhichChildren(), TestActor);
        return ExpectMsg<ChildrenListed>().Children;
    }

    /// <summary>Asks until the supervisor has heard of what a child just did.</summary>
    protected void AwaitCount(IActorRef supervisor, Func<ChildrenCounted, bool> isReached) =>
        AwaitCondition(() => isReached(Count(supervisor)));
}
