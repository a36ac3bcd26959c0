using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;
using Akka.TestKit.References;
using Akka.TestKit.TestActors;

namespace Akka.TestKit;

/// <content>From the first system to its end.</content>
public abstract partial class TestKitBase
{
    private const string TestActorDispatcher = "akka.test.test-actor.dispatcher";

    private static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(10);

    /// <summary>Makes a further test actor under /system, whose messages come to this kit as well.</summary>
    public IActorRef CreateTestActor(string name)
    {
        var props = Props.Create(() => new RecordingActor(_inbox)).WithDispatcher(TestActorDispatcher);
        return ((ExtendedActorSystem)Sys).SystemActorOf(props, name);
    }

    /// <summary>Stops the system and waits for its end: 5 seconds, dilated, at most 10, or a given time.</summary>
    /// <param name="duration">How long to wait.</param>
    /// <param name="verifySystemShutdown">Whether a system that is still there is a failure, or only logged.</param>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) =>
        Shutdown(Sys, duration, verifySystemShutdown);

    /// <summary>Stops a system and waits for its end, as <see cref="Shutdown(TimeSpan?, bool)"/> does.</summary>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        ArgumentNullException.ThrowIfNull(system);
        var limit = duration ?? Shorter(Dilated(TimeSpan.FromSeconds(5)), LongestShutdown);
        if (((EmbeddedActorSystem)system).Parts.Wait(system.Terminate(), limit, CancellationToken.None))
        {
            return;
        }

        var failure = $"Expected {system.Name} to end within {Wording.Of(limit)}, got these actors still alive:"
            + $"{Environment.NewLine}{system.Tree()}";
        if (verifySystemShutdown)
        {
            throw new TimeoutException(failure);
        }

        system.Log.Warning(failure);
    }

    /// <summary>Sets the system, the test actor and the implicit sender up; the constructor calls it.</summary>
    /// <param name="system">The system to use; null makes one of the other arguments.</param>
    /// <param name="config">Lies above <see cref="DefaultConfig"/>.</param>
    /// <param name="actorSystemName">The name of the system to make; <c>test</c> if left out.</param>
    /// <param name="testActorName">The name of the test actor under /system; a numbered one if left out.</param>
    [MemberNotNull(
        nameof(Sys), nameof(TestActor), nameof(TestKitSettings), nameof(Log), nameof(Blocking), nameof(Awaiting))]
    protected void InitializeTest(
        ActorSystem? system, Config config, string? actorSystemName, string? testActorName)
    {
        var settings = ReferenceEquals(config, DefaultConfig) ? config : config.WithFallback(DefaultConfig);
        Sys = system ?? ActorSystem.Create(actorSystemName ?? "test", settings);
        Blocking = Waiting.Blocking(Sys);
        Awaiting = Waiting.Awaiting(Sys);
        Sys.RegisterExtension(new TestKitExtension());
        Sys.RegisterExtension(new TestKitAssertionsExtension(_assertions));
        TestKitSettings = TestKitExtension.For(Sys);
        Log = Logging.GetLogger(Sys, GetType());
        TestActor = CreateTestActor(testActorName ?? TestKitSettings.NextTestActorName());

        if (this is not INoImplicitSender)
        {
            ImplicitSender.Adopt(TestActor);
        }
    }
}
