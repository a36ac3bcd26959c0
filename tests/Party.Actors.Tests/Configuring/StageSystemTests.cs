using Akka.Actor;
using Akka.Configuration;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors.Tests.Configuring;

public sealed class StageSystemTests : StageTest
{
    private const string Hocon = """
        my-app {
          orders { buffer-size = 7, dispatcher { type = partition, partitions = [eu, us] } }
          billing.from-orders { max-demand = 10, partition = eu }
          broken { buffer-size = many, bufer-keep = last }
        }
        party.stages.subscription.cancel = temporary
        """;

    public StageSystemTests()
        : base(Hocon)
    {
    }

    [Fact]
    public void Sections_of_the_systems_configuration_are_read()
    {
        var settings = Sys.Party().Settings;

        var orders = settings.Producer<string>("my-app.orders");
        Assert.Equal(7, orders.Buffer?.Size);
        Assert.Equal("us", Assert.IsType<PartitionDispatcherOptions<string>>(orders.Dispatcher).Partitions[1]);
        Assert.Equal("eu", settings.Subscription("my-app.billing.from-orders").Partition);
    }

    [Fact]
    public void What_the_system_says_under_party_is_everybodys_default()
    {
        var settings = Sys.Party().Settings;

        Assert.Equal(CancelMode.Temporary, settings.Subscription("my-app.billing.from-orders").Cancel);
        Assert.Equal(CancelMode.Temporary, settings.Subscription("nowhere").Cancel);
    }

    [Fact]
    public void Partys_defaults_lie_under_the_systems_configuration()
    {
        Assert.False(Sys.Settings.Config.HasPath("party.stages.producer.buffer-size"));

        Sys.Party();

        Assert.Equal("default", Sys.Settings.Config.GetString("party.stages.producer.buffer-size"));
        Assert.Equal("temporary", Sys.Settings.Config.GetString("party.stages.subscription.cancel"));
        Assert.Equal("WARNING", Sys.Settings.Config.GetString("akka.loglevel"));
    }

    [Fact]
    public void A_stage_brings_the_defaults_with_it()
    {
        var numbers = Sys.ActorOf(Producer.From([1]));
        Subscribe(numbers);

        Assert.True(Sys.Settings.Config.HasPath("party.stages.producer.buffer-size"));
    }

    [Fact]
    public void There_is_one_for_every_system()
    {
        Assert.Same(Sys.Party(), Sys.Party());
        Assert.Same(Sys.Party(), new StageSystemProvider().Get(Sys));
    }

    [Fact]
    public void What_is_wrong_in_a_section_names_the_system_and_the_path()
    {
        var error = Assert.Throws<HoconException>(() => Sys.Party().Settings.Producer<int>("my-app.broken"));

        Assert.Equal(
            ["my-app.broken.bufer-keep", "my-app.broken.buffer-size"],
            error.Errors.Select(one => one.Path).Order(StringComparer.Ordinal));
        Assert.Contains(
            $"actor system {Sys.Name}: my-app.broken.buffer-size: Expected", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("party.stages.producer.bufer-size = 5", "party.stages.producer.bufer-size", "Did you mean buffer-size?")]
    [InlineData("party.stages.producer.buffer-size = few", "party.stages.producer.buffer-size", "of at least 1")]
    [InlineData("party.stages.subscription.cancel = never", "party.stages.subscription.cancel", "permanent")]
    [InlineData("party.stages.subscription.cancel = []", "party.stages.subscription.cancel", "got an empty array")]
    [InlineData("party.stages.subscription.cancel = [a]", "party.stages.subscription.cancel", "got an array of 1")]
    [InlineData("party.stages.consumer.max-demand = 5", "party.stages.consumer", "deployment, producer, subscription")]
    [InlineData("party.stage.subscription.cancel = permanent", "party.stage", "Did you mean stages?")]
    [InlineData("party = off", "party", "an object")]
    public async Task What_is_wrong_under_party_is_said_as_it_begins(string setting, string path, string hint)
    {
        var system = ActorSystem.Create("shop", ConfigurationFactory.ParseString(setting));

        var error = Assert.Throws<HoconException>(() => system.Party());
        await system.Terminate();

        Assert.Contains($"actor system shop: {path}: Expected", error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_under_party_is_said_at_once()
    {
        var hocon = """
            party {
              stages { producer.demand = 3, subscription { max-demand = 0, cansel = transient } }
              x = 1
            }
            """;
        var system = ActorSystem.Create("shop", ConfigurationFactory.ParseString(hocon));

        var error = Assert.Throws<HoconException>(() => system.Party());
        await system.Terminate();

        Assert.Equal(
            [
                "party.stages.producer.demand", "party.stages.subscription.cansel",
                "party.stages.subscription.max-demand", "party.x",
            ],
            error.Errors.Select(one => one.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_system_may_check_its_settings_as_it_starts()
    {
        var extension = """
            akka.extensions = ["Party.Actors.StageSystemProvider, Party.Actors"]
            """;
        var system = ActorSystem.Create("shop", ConfigurationFactory.ParseString(extension));

        Assert.True(system.HasExtension<StageSystem>());
        await system.Terminate();
    }
}
