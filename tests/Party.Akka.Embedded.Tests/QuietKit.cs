using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>A kit that logs nothing, and what nearly every test needs.</summary>
public abstract class QuietKit(string hocon = "") : TestKit.Xunit2.TestKit(
    "akka.loglevel = OFF\nakka.stdout-loglevel = OFF\n" + hocon)
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// An actor made of functions; it runs those it is told, and passes other messages to <paramref name="receive"/>.
    /// </summary>
    protected IActorRef Play(
        Action<Part, object>? receive = null, string? name = null, Func<SupervisorStrategy>? strategy = null) =>
        Sys.ActorOf(Role(receive, strategy), name);

    protected static Props Role(Action<Part, object>? receive = null, Func<SupervisorStrategy>? strategy = null) =>
        Props.Create(() => new Part(receive, strategy));

    /// <summary>An actor made of functions that decides so about children that fail, one by one.</summary>
    protected IActorRef Boss(Func<Exception, Directive> decider) =>
        Play(strategy: () => new OneForOneStrategy(decider));

    /// <summary>An actor that tells the test all it gets, throws exceptions it gets, and reports its hooks.</summary>
    protected Props Witness()
    {
        var test = TestActor;
        return Props.Create(() => new Witness(test));
    }

    /// <summary>Runs a function inside an actor and waits for what it gives.</summary>
    protected static T Inside<T>(IActorRef actor, Func<Part, T> function) =>
        actor.Ask<T>(new Errand(part => function(part)), Patience).GetAwaiter().GetResult();

    /// <summary>Starts a child of an actor that was made by <see cref="Play"/>.</summary>
    protected static IActorRef ChildOf(IActorRef parent, Props props, string? name = null) =>
        Inside(parent, part => part.Cell.ActorOf(props, name));

    protected void StopAndWait(IActorRef actor)
    {
        var probe = CreateTestProbe();
        probe.Watch(actor);
        Sys.Stop(actor);
        probe.ExpectTerminated(actor);
    }
}
