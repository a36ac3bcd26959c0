using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests;

/// <summary>Stages under test, with probes that play the other side.</summary>
public abstract class StageTest : TestKit
{
    private const string Quiet = """
        akka.loglevel = WARNING
        akka.stdout-loglevel = OFF
        akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
        """;

    protected StageTest(string config = "")
        : base(ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Quiet))) =>
        Failures = CreateTestProbe();

    /// <summary>How long a test waits for a task that should end by itself.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets what the stages threw.</summary>
    protected TestProbe Failures { get; }

    /// <summary>Starts a stage under a supervisor that answers every failure with a directive.</summary>
    protected IActorRef Start(Props props, Directive directive = Directive.Restart)
    {
        var failures = Failures.Ref;
        var supervisor = Sys.ActorOf(Props.Create(() => new Supervisor(directive, failures)));
        supervisor.Tell(props, TestActor);
        return ExpectMsg<IActorRef>();
    }

    /// <summary>A probe that has subscribed to a producer.</summary>
    protected TestProbe Subscribe(IActorRef producer, string? partition = null, long id = 1)
    {
        var probe = CreateTestProbe();
        probe.Send(producer, new Subscribe(new(id), new() { Partition = partition }));
        Assert.Equal(new SubscriptionId(id), probe.ExpectMsg<Subscribed>().Id);
        return probe;
    }

    /// <summary>The next events that a probe gets, so many of them, in however many batches they come.</summary>
    protected static List<int> Receive(TestProbe probe, int count)
    {
        var received = new List<int>();
        while (received.Count < count)
        {
            received.AddRange(probe.ExpectMsg<Events<int>>().Batch);
        }

        return received;
    }

    /// <summary>
    /// Makes sure that a stage has nothing more to say to a probe: what it had said would have come before the answer
    /// to a question, and what it tells itself meanwhile before the answer to the next.
    /// </summary>
    protected static void ExpectNothingMore(TestProbe probe, IActorRef stage)
    {
        for (var round = 0; round < 3; round++)
        {
            probe.Send(stage, new Identify(round));
            Assert.Equal(round, probe.ExpectMsg<ActorIdentity>().MessageId);
        }
    }

    private sealed class Supervisor : UntypedActor
    {
        private readonly Directive _directive;
        private readonly IActorRef _failures;

        public Supervisor(Directive directive, IActorRef failures) => (_directive, _failures) = (directive, failures);

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(null, null, error =>
        {
            _failures.Tell(error);
            return _directive;
        });

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message));
    }
}
