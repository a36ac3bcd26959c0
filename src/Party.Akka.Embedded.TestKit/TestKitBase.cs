using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <summary>A test's view of an actor system: a test actor whose messages the test receives and judges.</summary>
/// <remarks>
/// <para>
/// The test actor puts what it is told into a mailbox that only the test empties. Each <c>Expect…</c>, <c>Receive…</c>
/// and <c>Fish…</c> takes from it, oldest first. A time that is given is dilated by <c>akka.test.timefactor</c>; one
/// that is left out is what remains of the enclosing block, or else <c>akka.test.single-expect-default</c>.
/// </para>
/// <para>
/// Methods that end in <c>Async</c> do the same without keeping the thread. One test uses a kit at a time. Unless the
/// kit is an <see cref="INoImplicitSender"/>, its test actor is the sender of what the test tells without naming one.
/// </para>
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static readonly Config FullDebug = ConfigurationFactory.ParseString("""
        akka {
          log-dead-letters = on
          loglevel = DEBUG
          stdout-loglevel = DEBUG
          actor.debug {
            receive = on
            autoreceive = on
            lifecycle = on
            event-stream = on
            unhandled = on
          }
        }
        """);

    private readonly ITestKitAssertions _assertions;
    private readonly Intake _inbox = new();

    /// <summary>Uses a system that exists, or makes one called <c>test</c> with <see cref="DefaultConfig"/>.</summary>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, DefaultConfig, null, testActorName)
    {
    }

    /// <summary>Makes a system of a configuration, with <see cref="DefaultConfig"/> below it.</summary>
    protected TestKitBase(
        ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, config, actorSystemName, testActorName)
    {
    }

    private TestKitBase(
        ITestKitAssertions assertions,
        ActorSystem? system,
        Config config,
        string? actorSystemName,
        string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    /// <summary>The settings of the kit itself, which lie below those that a test gives.</summary>
    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Settings with which the system logs everything that it can, at debug level.</summary>
    public static Config FullDebugConfig => FullDebug;

    /// <summary>The system under test.</summary>
    public ActorSystem Sys { get; private set; }

    /// <summary>The actor whose messages this kit receives. It handles a message on the thread that tells it.</summary>
    public IActorRef TestActor { get; private set; }

    /// <summary>The settings under <c>akka.test</c> in the system's configuration.</summary>
    public TestKitSettings TestKitSettings { get; private set; }

    /// <summary>A logger of the system under test, whose source is this kit's type.</summary>
    public ILoggingAdapter Log { get; private set; }

    /// <summary>Expects or silences what the system logs.</summary>
    public EventFilterFactory EventFilter => CreateEventFilter(Sys);

    /// <summary>Whether there is a message that the test has not received yet.</summary>
    public bool HasMessages => _inbox.Contents is not [];

    /// <summary>The message received or looked at last.</summary>
    /// <exception cref="IllegalActorStateException">There was none in time.</exception>
    public object? LastMessage => _inbox.Last.Message;

    /// <summary>Who sent <see cref="LastMessage"/>.</summary>
    /// <exception cref="IllegalActorStateException">There was none in time.</exception>
    public IActorRef LastSender => _inbox.Last.Sender;

    /// <summary>Expects or silences what another system logs; it needs a <see cref="TestEventListener"/>.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    internal Waiting Blocking { get; private set; }

    internal Waiting Awaiting { get; private set; }

    internal void Require(bool condition, Func<string> failure)
    {
        if (!condition)
        {
            _assertions.Fail("{0}", failure());
        }
    }

    private UnreachableException Failed(object report)
    {
        _assertions.Fail("{0}", report);
        return new("Expected ITestKitAssertions.Fail to throw, got a return.");
    }
}
