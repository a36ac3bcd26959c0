using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Demo.Settings;
using Party.Hocon;

namespace Party.Demo.Tests.Settings;

public sealed class PartySettingsReaderTests
{
    private const string TwoPartitions = """
        party.partitions = [
          { name = one, letters = "a-m" }
          { name = two, letters = "n-z" }
        ]
        """;

    [Fact]
    public void What_a_file_does_not_say_stands_in_the_reference()
    {
        var settings = PartySettingsReader.Read(TwoPartitions, "party.conf");

        Assert.Equal(["one", "two"], settings.Partitions.Select(partition => partition.Name));
        Assert.Equal((1000, null, 1000), (settings.MaxDemand, settings.MinDemand, settings.ParkLimit));
        Assert.Equal((DemandScope.PerPartition, ParkPolicy.Backpressure), (settings.Demand, settings.ParkPolicy));
        Assert.Equal(new RestartLimits(1000, TimeSpan.FromSeconds(10)), settings.ConsumerRestarts);
        Assert.Null(settings.DefaultPartition);
        Assert.Equal(DeliveryMode.AtMostOnce, settings.Subscription("one").Delivery);
    }

    [Fact]
    public void A_file_goes_over_the_reference()
    {
        var settings = PartySettingsReader.Read(
            TwoPartitions + """

            party {
              dispatcher { demand = pooled, park-policy = drop-oldest, default-partition = two }
              consumers { max-demand = 10, min-demand = 8, max-restarts = infinite, delivery = at-least-once }
            }
            """,
            "party.conf");

        Assert.Equal((DemandScope.Pooled, ParkPolicy.DropOldest), (settings.Demand, settings.ParkPolicy));
        Assert.Equal((10, 8, "two"), (settings.MaxDemand, settings.MinDemand, settings.DefaultPartition));
        Assert.Equal(-1, settings.ConsumerRestarts.MaxRestarts);
        Assert.Equal(DeliveryMode.AtLeastOnce, settings.Subscription("one").Delivery);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_where()
    {
        const string Text = """
            party {
              partitions = [
                { name = one, letters = "a-i" }
                { name = one, letters = "h-r" }
                { name = three, letters = "z-s" }
                { name = four, letters = "w-z", consumer = perhaps }
              ]
              dispatcher { park-limit = 0, park-policy = dropoldest, default-partition = five }
              consumers { max-demand = 10, min-demand = 10 }
              drain-dedline = 1s
            }
            """;

        var error = Assert.Throws<HoconException>(() => PartySettingsReader.Read(Text, "party.conf"));

        Assert.Equal(
            [
                "party.conf(4,14): party.partitions[1].name: Expected partitions with different names, got \"one\" twice.",
                "party.conf(4,29): party.partitions[1].letters: Expected letters that nobody else owns, got h-r, of which one owns a-i.",
                "party.conf(5,31): party.partitions[2].letters: Expected letters such as \"a-i\" or \"a-c, x\", got \"z-s\".",
                "party.conf(6,48): party.partitions[3].consumer: Expected one of true, false, on, off, yes, no, got \"perhaps\".",
                "party.conf(8,29): party.dispatcher.park-limit: Expected a whole number of at least 1, got \"0\".",
                "party.conf(8,46): party.dispatcher.park-policy: Expected one of backpressure, drop-oldest, drop-newest, fail, got \"dropoldest\". Did you mean drop-oldest?",
                "party.conf(8,78): party.dispatcher.default-partition: Expected none or one of one, one, three, four, got \"five\".",
                "party.conf(9,45): party.consumers.min-demand: Expected a whole number of [0..9], got \"10\".",
                "party.conf(10,19): party.drain-dedline: Expected one of buffer, consumers, dispatcher, drain-deadline, partitions, producer, got drain-dedline. Did you mean drain-deadline?",
            ],
            error.Errors.Select(one => one.ToString()));
    }

    [Fact]
    public void A_syntax_error_hides_nothing_else()
    {
        const string Text = """
            party {
              partitions = [ { name = one, letters = "a-z" } ]
              drain-deadline = = 10s
              consumers.max-demand = many
            }
            """;

        var error = Assert.Throws<HoconException>(() => PartySettingsReader.Read(Text, "party.conf"));

        Assert.Equal(["party.conf(3,", "party.conf(4,"], error.Errors.Select(one => one.ToString()[..13]));
    }

    [Theory]
    [InlineData("party.partitions = []", "party.conf(1,20): party.partitions: Expected an array with a length of at least 1")]
    [InlineData("party.partitions = [{ name = one, letters = a, consumer = off }]", "party.conf(1,20): party.partitions: Expected at least one partition with a consumer, got none.")]
    [InlineData("", "party.reference.conf(")]
    public void Somebody_has_to_be_there_to_consume(string text, string start)
    {
        var error = Assert.Throws<HoconException>(() => PartySettingsReader.Read(text, "party.conf"));

        Assert.StartsWith(start, Assert.Single(error.Errors).ToString());
    }

    [Fact]
    public void The_partys_own_file_is_the_seeds()
    {
        var settings = PartySettingsReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "party.conf"));

        Assert.Equal(
            ["one a-i", "two j-r", "three s-v", "four w-z"],
            settings.Partitions.Select(partition => $"{partition.Name} {string.Join(' ', partition.Letters)}"));
    }
}
