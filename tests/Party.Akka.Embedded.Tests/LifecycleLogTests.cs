using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class LifecycleLogTests : QuietKit
{
    public LifecycleLogTests()
        : base("akka.loglevel = DEBUG, akka.actor.debug { lifecycle = on, autoreceive = on, event-stream = on }") =>
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

    [Fact]
    public void A_life_is_logged_from_start_to_stop()
    {
        var actor = Play((_, message) => throw (Exception)message, "life");

        actor.Tell(new FlawException("flaw"));
        actor.Tell(PoisonPill.Instance);

        var type = typeof(Part);
        Assert.Equal(
            [
                $"Started ({type})",
                "flaw",
                "Restarting",
                $"Restarted ({type})",
                "received AutoReceiveMessage <PoisonPill>",
                "Stopped",
            ],
            Texts("life", 6));
    }

    [Fact]
    public void Watchers_are_logged_as_they_come_and_go()
    {
        var (watched, watcher) = (Play(name: "watched"), Play());

        Inside(watcher, part => part.Cell.Watch(watched));
        Inside(watcher, part => part.Cell.Unwatch(watched));

        Assert.Equal(
            [$"Started ({typeof(Part)})", $"now watched by {watcher}", $"no longer watched by {watcher}"],
            Texts("watched", 3));
    }

    [Fact]
    public void A_failed_start_is_logged_with_what_the_constructor_threw()
    {
        Sys.ActorOf(Props.Create(() => new Stillborn(1)), "still");

        var error = FishForMessage<Error>(logged => logged.LogSource.EndsWith("/user/still", StringComparison.Ordinal));
        Assert.Equal($"Error while creating actor instance of type {typeof(Stillborn)} with 1 args: (1)", error.Message);
        var failure = Assert.IsType<ActorInitializationException>(error.Cause);
        Assert.Equal("Exception during creation", failure.Message);
        Assert.IsType<FlawException>(failure.GetBaseException());
    }

    [Fact]
    public void Kill_and_a_death_pact_have_texts_of_their_own()
    {
        var (victim, friend) = (Play(name: "victim"), Play(name: "friend"));
        Inside(friend, part => part.Cell.Watch(victim));

        victim.Tell(Kill.Instance);

        Assert.Equal("Kill", Logged<Error>("victim").Message);
        Assert.Equal($"Monitored actor [{victim}] terminated", Logged<Error>("friend").Message);
    }

    [Fact]
    public void Subscriptions_are_logged_by_the_event_stream()
    {
        var actor = Play();

        Sys.EventStream.Subscribe(actor, typeof(string));
        Sys.EventStream.Unsubscribe(actor);

        FishForMessage<Debug>(logged => logged.LogSource == "EventStream"
            && Equals(logged.Message, $"subscribing {actor} to channel System.String"));
        FishForMessage<Debug>(logged => logged.LogSource == "EventStream"
            && Equals(logged.Message, $"unsubscribing {actor} from all channels"));
    }

    private TEvent Logged<TEvent>(string name)
        where TEvent : LogEvent =>
        FishForMessage<TEvent>(logged => logged.LogSource.EndsWith("/user/" + name, StringComparison.Ordinal));

    private List<string?> Texts(string name, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Logged<LogEvent>(name).Message.ToString())];

    public sealed class Stillborn : UntypedActor
    {
        public Stillborn(int number) => throw new FlawException($"{number}");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
