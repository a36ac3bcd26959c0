using Akka.Actor;
using Akka.Configuration;
using Party.Hocon;

namespace Party.Actors.Tests.Configuring;

public sealed class DeploymentTests : StageTest
{
    private const string Hocon = """
        my-app {
          threads { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1 }
          urgent.mailbox-type = "Party.Actors.Tests.Configuring.UrgentMailbox, Party.Actors.Tests"

          orders { thread-dispatcher = my-app.threads, mailbox = my-app.urgent, buffer-size = 7 }
          billing { thread-dispatcher = my-app.threads, max-demand = 3, from-orders.max-demand = 10 }
          plain {}
          lost { thread-dispatcher = my-app.thread, mailbox = my-app.nowhere }
          mistyped { thread-dispacher = my-app.threads }
        }
        akka.actor.deployment {
          /elsewhere { dispatcher = my-app.threads }
          /overruled { dispatcher = akka.actor.default-dispatcher }
        }
        """;

    public DeploymentTests()
        : base(Hocon)
    {
    }

    [Fact]
    public void What_is_not_said_is_as_in_code()
    {
        Assert.Equal(new StageDeployment(), StageSettings.Parse("").Deployment("nowhere"));
        Assert.Equal(new StageDeployment(), Sys.Party().Settings.Deployment("my-app.plain"));
        Assert.Equal(
            typeof(StageDeployment).GetProperties().Select(property => property.Name).Order(),
            Assert.IsType<Config>(Sys.Settings.Config.GetConfig("party.stages.deployment")).AsEnumerable()
                .Select(setting => string.Concat(setting.Key.Split('-')
                    .Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"))).Order());
    }

    [Fact]
    public void A_stage_runs_on_the_threads_that_its_section_names()
    {
        Assert.Equal("my-app.threads", ThreadsOf(Sys.ActorOf(Deploy("my-app.orders"))));
        Assert.Equal("akka.actor.default-dispatcher", ThreadsOf(Sys.ActorOf(Deploy("my-app.plain"))));
    }

    [Fact]
    public void A_stages_messages_wait_in_the_mailbox_that_its_section_names()
    {
        using var gate = new ManualResetEventSlim();
        var desk = Sys.ActorOf(Deploy("my-app.orders"));
        desk.Tell(gate, TestActor);
        ExpectMsg("waiting");

        desk.Tell("letter", TestActor);
        desk.Tell("telegram", TestActor);
        gate.Set();

        Assert.Equal(["telegram", "letter"], [ExpectMsg<string>(), ExpectMsg<string>()]);
    }

    [Fact]
    public void A_stages_one_section_may_be_read_as_its_options_too()
    {
        var settings = Sys.Party().Settings;

        Assert.Equal(7, settings.Producer<int>("my-app.orders").Buffer?.Size);
        Assert.Equal(10, settings.Subscription("my-app.billing.from-orders").MaxDemand);
        Assert.Equal("my-app.threads", settings.Deployment("my-app.billing").ThreadDispatcher);
    }

    [Fact]
    public void Unknown_threads_and_mailboxes_are_refused_before_anything_starts()
    {
        var error = Assert.Throws<HoconException>(() => Deploy("my-app.lost"));

        Assert.Contains(
            "my-app.lost.thread-dispatcher: Expected the id of a thread dispatcher, got \"my-app.thread\".",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "my-app.lost.mailbox: Expected the id of a mailbox, got \"my-app.nowhere\".",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_setting_is_said()
    {
        var error = Assert.Throws<HoconException>(() => Deploy("my-app.mistyped"));

        Assert.Contains("Did you mean thread-dispatcher?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gives_its_place()
    {
        var settings = StageSettings.Parse("orders {\n  mailbox = []\n}", "shop.conf");

        var error = Assert.Throws<HoconException>(() => settings.Deployment("orders"));

        Assert.Equal(
            "shop.conf(2,13): orders.mailbox: Expected text, got an empty array.", error.Message);
    }

    [Fact]
    public void What_Akka_says_of_a_path_goes_over_the_section()
    {
        Assert.Equal("my-app.threads", ThreadsOf(Sys.ActorOf(Deploy("my-app.plain"), "elsewhere")));
        Assert.Equal("akka.actor.default-dispatcher", ThreadsOf(Sys.ActorOf(Deploy("my-app.orders"), "overruled")));
    }

    private Props Deploy(string path) => Sys.Party().Deploy(Props.Create(() => new Desk()), path);

    private string ThreadsOf(IActorRef desk)
    {
        desk.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
        desk.Tell(1, TestActor);
        return ExpectMsg<string>();
    }

    private sealed class Desk : Consumer<int>
    {
        public Desk()
        {
            Receive<int>(_ => Sender.Tell(Context.Dispatcher.Id));
            Receive<string>(text => Sender.Tell(text));
            Receive<ManualResetEventSlim>(gate =>
            {
                Sender.Tell("waiting");
                gate.Wait();
            });
        }

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
        }
    }
}
