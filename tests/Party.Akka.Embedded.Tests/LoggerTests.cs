using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class LoggerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What the loggers of these tests were told, by system.
    private static readonly ConcurrentDictionary<string, BlockingCollection<string>> Written = new();

    [Fact]
    public async Task A_logger_of_ones_own_gets_what_is_loud_enough()
    {
        var system = New("own", "akka.loglevel = WARNING");

        system.Log.Info("too quiet");
        system.Log.Warning("loud");
        system.EventStream.Publish(new Error(new FlawException("x"), "source", typeof(LoggerTests), "louder"));

        Assert.Equal(["loud", "louder"], WrittenUntil("louder", system));
        await system.Terminate();
    }

    [Fact]
    public async Task Dead_letters_are_logged_up_to_a_number()
    {
        var system = New("letters", "akka.loglevel = INFO\nakka.log-dead-letters = 2");

        await system.ActorSelection("/system/deadLetterListener").ResolveOne(Patience);

        for (var i = 0; i < 5; i++)
        {
            system.DeadLetters.Tell("letter " + i);
        }

        await system.ActorSelection("/system/deadLetterListener").ResolveOne(Patience);
        system.Log.Warning("marker");

        var letters = WrittenUntil("marker", system).FindAll(
            text => text.StartsWith("Message [String] to [akka://letters/deadLetters] was not delivered. [", StringComparison.Ordinal));
        Assert.Equal(2, letters.Count);
        Assert.Contains("[2] dead letters encountered, no more dead letters will be logged in next [00:05:00].", letters[1], StringComparison.Ordinal);
        await system.Terminate();
    }

    [Fact]
    public async Task Unhandled_messages_can_be_logged()
    {
        var system = New("unhandled", "akka.loglevel = DEBUG\nakka.actor.debug.unhandled = on");

        var picky = system.ActorOf(Props.Create(() => new Part(null, null)));
        picky.Tell("unwanted");

        Assert.Contains("Unhandled message from akka://unhandled/deadLetters : unwanted", WrittenUntil("deadLetters : unwanted", system));
        await system.Terminate();
    }

    [Fact]
    public void A_logger_that_is_no_type_is_refused()
    {
        var config = ConfigurationFactory.ParseString("akka.loggers = [\"No.Such.Type, Nowhere\"]");

        Assert.ThrowsAny<Exception>(() => ActorSystem.Create("none", config));
    }

    [Fact]
    public async Task A_strategy_for_top_level_actors_can_be_configured()
    {
        var strategy = "akka.actor.guardian-supervisor-strategy = \"Akka.Actor.StoppingSupervisorStrategy\"";
        var system = New("strict", "akka.loglevel = OFF\n" + strategy);
        var actor = system.ActorOf(Props.Create(() => new Part((_, message) => Throw(message), null)));

        Assert.True(await actor.GracefulStop(Patience, new FlawException("x")));
        await system.Terminate();
    }

    private static void Throw(object message) => throw (Exception)message;

    private static ActorSystem New(string name, string hocon)
    {
        var loggers = $"akka.stdout-loglevel = OFF\nakka.loggers = [\"{typeof(Scribe).AssemblyQualifiedName}\"]\n";
        return ActorSystem.Create(name, ConfigurationFactory.ParseString(loggers + hocon));
    }

    private static List<string> WrittenUntil(string last, ActorSystem system)
    {
        var texts = new List<string>();
        while (Written[system.Name].TryTake(out var text, Patience))
        {
            texts.Add(text);
            if (text.Contains(last, StringComparison.Ordinal))
            {
                return texts;
            }
        }

        throw new TimeoutException($"Expected \"{last}\" to be logged, got {string.Join("; ", texts)}.");
    }

    public sealed class Scribe : ReceiveActor
    {
        public Scribe()
        {
            var written = Written.GetOrAdd(Context.System.Name, _ => []);
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<LogEvent>(logEvent => written.Add($"{logEvent.Message}"));
        }
    }
}
