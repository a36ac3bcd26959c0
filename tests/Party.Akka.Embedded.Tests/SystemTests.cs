using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests;

public sealed class SystemTests
{
    private static ActorSystem New(string hocon = "") =>
        ActorSystem.Create(
            "stage", ConfigurationFactory.ParseString("akka.loglevel = OFF\nakka.stdout-loglevel = OFF\n" + hocon));

    private static async Task End(ActorSystem system) => await system.Terminate().WaitAsync(TimeSpan.FromSeconds(10));

    [Theory]
    [InlineData("under_score")]
    [InlineData("-dash")]
    [InlineData("a b")]
    public void A_malformed_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));

    [Fact]
    public async Task The_system_ends_when_it_is_told_to_and_not_before()
    {
        var system = New();
        Assert.False(system.WhenTerminated.IsCompleted);

        await End(system);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Terminating_twice_is_the_same_as_once()
    {
        var system = New();

        await End(system);
        await End(system);
    }

    [Fact]
    public async Task Callbacks_run_after_all_actors_have_stopped()
    {
        var system = New();
        var events = new List<string>();
        system.ActorOf(Props.Create(() => new LastWords(events)));
        system.RegisterOnTermination(() => events.Add("callback"));

        await End(system);

        Assert.Equal(["actor", "callback"], events);
    }

    [Fact]
    public async Task A_callback_that_throws_does_not_keep_the_others_from_running()
    {
        var system = New();
        var ran = new TaskCompletionSource();
        system.RegisterOnTermination(ran.SetResult);
        system.RegisterOnTermination(() => throw new FlawException("callback"));

        await End(system);

        await ran.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task After_the_end_nothing_starts_any_more()
    {
        var system = New();
        await End(system);

        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));
        Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));
    }

    [Fact]
    public async Task After_the_end_nothing_can_be_scheduled()
    {
        var system = New();
        await End(system);

        Assert.Throws<SchedulerException>(
            () => system.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), ActorRefs.Nobody, "x", ActorRefs.Nobody));
    }

    [Fact]
    public async Task Systems_of_one_name_have_different_actors()
    {
        var one = New();
        var two = New();

        Assert.NotEqual(one.ActorOf(Props.Empty, "same"), two.ActorOf(Props.Empty, "same"));

        await End(one);
        await End(two);
    }

    [Fact]
    public async Task Given_settings_go_before_the_defaults()
    {
        var system = New("akka.actor.ask-timeout = 7s\nown.key = 5");

        Assert.Equal(TimeSpan.FromSeconds(7), system.Settings.AskTimeout);
        Assert.Equal(5, system.Settings.Config.GetInt("own.key"));
        Assert.True(system.Settings.Config.HasPath("akka.actor.default-dispatcher.type"));

        await End(system);
    }

    [Fact]
    public async Task A_bootstrap_setup_carries_configuration_and_fallback()
    {
        var setup = BootstrapSetup.Create()
            .WithConfig(ConfigurationFactory.ParseString("akka.loglevel = OFF\na = 1"))
            .WithConfigFallback(ConfigurationFactory.ParseString("a = 2\nb = 3"));

        var system = ActorSystem.Create("stage", setup);

        Assert.Equal(1, system.Settings.Config.GetInt("a"));
        Assert.Equal(3, system.Settings.Config.GetInt("b"));
        await End(system);
    }

    [Fact]
    public void A_shutdown_that_would_not_terminate_is_refused() => Assert.Throws<ConfigurationException>(
        () => New("akka.coordinated-shutdown.terminate-actor-system = "
            + "off\nakka.coordinated-shutdown.run-by-actor-system-terminate = on"));

    [Fact]
    public async Task A_top_level_actor_that_fails_leaves_the_system_alone()
    {
        var system = New();
        var actor = system.ActorOf(Props.Create(() => new LastWords(new List<string>())));

        actor.Tell(new FlawException("top"));
        var identity = await actor.Ask<ActorIdentity>(new Identify(1), TimeSpan.FromSeconds(10));

        Assert.Equal(actor, identity.Subject);
        Assert.False(system.WhenTerminated.IsCompleted);
        await End(system);
    }

    private sealed class LastWords(List<string> events) : UntypedActor
    {
        protected override void OnReceive(object message) => throw (Exception)message;

        protected override void PreRestart(Exception reason, object? message)
        {
        }

        protected override void PostStop() => events.Add("actor");
    }
}
