using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors.Tests.Configuring;

public sealed class StageSettingsTests
{
    [Fact]
    public void What_is_not_said_is_as_in_code()
    {
        var settings = StageSettings.Parse("a {}, b {}");

        Assert.Equal(new ProducerOptions<int>(), settings.Producer<int>("a"));
        Assert.Equal(new SubscriptionOptions(), settings.Subscription("b"));
        Assert.Equal(new ProducerOptions<int>(), StageSettings.Parse("").Producer<int>("nowhere"));
    }

    [Fact]
    public void A_subscription_says_what_it_wants()
    {
        var settings = StageSettings.Parse("""
            shop.billing { max-demand = 10, min-demand = 8, cancel = transient, partition = eu, selector = paid }
            shop.billing { delivery = at-least-once, confirmation = by-hand }
            """);

        var expected = new SubscriptionOptions
        {
            MaxDemand = 10,
            MinDemand = 8,
            Cancel = CancelMode.Transient,
            Partition = "eu",
            Selector = "paid",
            Delivery = DeliveryMode.AtLeastOnce,
            Confirmation = Confirmation.ByHand,
        };
        Assert.Equal(expected, settings.Subscription("shop.billing"));
    }

    [Fact]
    public void A_subscription_says_when_it_is_made_again()
    {
        var settings = StageSettings.Parse("""
            all.resubscribe { min-backoff = 1 s, max-backoff = 1 m, jitter = 0, max-attempts = 7 }
            some.resubscribe.max-backoff = 1 s
            always.resubscribe.max-attempts = infinite
            never.resubscribe.max-attempts = 0
            """);

        var all = new Resubscription
        {
            MinBackoff = TimeSpan.FromSeconds(1),
            MaxBackoff = TimeSpan.FromMinutes(1),
            Jitter = 0,
            MaxAttempts = 7,
        };
        Assert.Equal(all, settings.Subscription("all").Resubscribe);
        Assert.Equal(new() { MaxBackoff = TimeSpan.FromSeconds(1) }, settings.Subscription("some").Resubscribe);
        Assert.Equal(new(), settings.Subscription("always").Resubscribe);
        Assert.Equal(Resubscription.Never, settings.Subscription("never").Resubscribe);
        Assert.Null(settings.Subscription("unsaid").Resubscribe);
    }

    [Fact]
    public void A_producer_says_how_it_shares_out_and_keeps()
    {
        var options = StageSettings.Parse("""
            orders { demand = accumulate, buffer-size = infinite, buffer-keep = first, dispatcher.type = broadcast }
            orders { snapshot-interval = 5 s, fold-requests = off }
            """).Producer<int>("orders");

        Assert.Equal((DemandMode.Accumulate, 5), (options.DemandMode, options.SnapshotInterval.TotalSeconds));
        Assert.False(options.FoldRequests);
        Assert.Equal(
            new EventBufferOptions { Size = EventBufferOptions.Infinite, Keep = BufferKeep.First }, options.Buffer);
        Assert.IsType<BroadcastDispatcherOptions<int>>(options.Dispatcher);
    }

    [Fact]
    public void Partitions_are_a_number_or_a_list_of_names()
    {
        var settings = StageSettings.Parse("""
            numbered.dispatcher { type = partition, partitions = 4, demand = pooled, park-limit = infinite }
            named.dispatcher { type = partition, partitions = [eu, us], default-partition = us }
            """);

        var numbered = Assert.IsType<PartitionDispatcherOptions<int>>(settings.Producer<int>("numbered").Dispatcher);
        var named = Assert.IsType<PartitionDispatcherOptions<int>>(
            settings.Producer("named", PartitionSelector.ByIndex<int>(item => item % 2)).Dispatcher);

        Assert.Equal(
            (4, DemandScope.Pooled, int.MaxValue), (numbered.Partitions.Count, numbered.Demand, numbered.ParkLimit));
        Assert.Equal(("us", "us"), (named.Partitions[1], named.DefaultPartition));
    }

    [Fact]
    public void Functions_come_from_the_program_and_their_limits_from_the_settings()
    {
        var functions = new PartitionFunctions<int>
        {
            Key = EventKey.By<int, int>(static item => item % 10),
            Size = static _ => 4,
        };
        var settings = StageSettings.Parse("""
            keyed.dispatcher { type = partition, consumers = shared-by-key, park-bytes = 4 KiB }
            keyless.dispatcher { type = partition, consumers = shared-by-key, park-bytes = infinite }
            """);

        var keyed = Assert.IsType<PartitionDispatcherOptions<int>>(settings.Producer("keyed", functions).Dispatcher);
        var keyless = Assert.IsType<PartitionDispatcherOptions<int>>(settings.Producer<int>("keyless").Dispatcher);

        Assert.Equal((PartitionConsumers.SharedByKey, 4096L), (keyed.Consumers, keyed.ParkBytes));
        Assert.Equal((functions.Key, functions.Size, functions.Priorities), (keyed.Key, keyed.Size, keyed.Priorities));
        Assert.Null(keyless.ParkBytes);
        Assert.StartsWith("Expected a key", Assert.Throws<ArgumentException>(keyless.Build).Message);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_with_its_place()
    {
        var settings = StageSettings.Parse(
            """
            orders {
              buffer-size = many
              buffer-keeps = last
              snapshot-interval = 0 ms
              dispatcher { type = robin, partitions = [a, a], park-limit = 0 }
            }
            """,
            "shop.conf");

        var error = Assert.Throws<HoconException>(() => settings.Producer<int>("orders"));

        Assert.Contains("shop.conf(2,", error.Message, StringComparison.Ordinal);
        Assert.Contains("orders.buffer-size: Expected", error.Message, StringComparison.Ordinal);
        Assert.Contains("buffer-keeps", error.Message, StringComparison.Ordinal);
        Assert.Contains("orders.snapshot-interval: Expected a duration", error.Message, StringComparison.Ordinal);
        Assert.Contains("demand, broadcast, partition", error.Message, StringComparison.Ordinal);
        Assert.Contains("park-limit", error.Message, StringComparison.Ordinal);
        Assert.Contains("orders.dispatcher.partitions: Expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_delivery_is_one_mistake_and_not_two()
    {
        var settings = StageSettings.Parse("s { delivery = at-least-onc, confirmation = by-hand }");

        var error = Assert.Throws<HoconException>(() => settings.Subscription("s"));

        Assert.Equal("s.delivery", Assert.Single(error.Errors).Path);
    }

    [Theory]
    [InlineData("max-demand = ten", "max-demand: Expected")]
    [InlineData("max-demand = 0", "max-demand: Expected")]
    [InlineData("max-demand = 5, min-demand = 5", "min-demand: Expected")]
    [InlineData("min-demand = -1", "min-demand: Expected")]
    [InlineData("cancel = never", "one of permanent, transient, temporary")]
    [InlineData("batch-budget = 0 ms", "batch-budget: Expected a duration")]
    [InlineData("delivery = exactly-once", "delivery: Expected one of at-most-once, at-least-once")]
    [InlineData("confirmation = never", "confirmation: Expected one of when-handled, by-hand")]
    [InlineData("confirmation = by-hand", "confirmation: Expected when-handled where delivery is at-most-once")]
    [InlineData("demand = 3", "demand")]
    [InlineData("resubscribe.min-backoff = 0", "min-backoff: Expected")]
    [InlineData("resubscribe.min-backoff = -1 s", "min-backoff: Expected")]
    [InlineData("resubscribe.min-backoff = 1 m", "min-backoff: Expected min-backoff up to max-backoff")]
    [InlineData("resubscribe.max-backoff = 100 ms", "max-backoff: Expected min-backoff up to max-backoff")]
    [InlineData("resubscribe.max-backoff = 2 d", "max-backoff: Expected")]
    [InlineData("resubscribe.max-backoff = soon", "max-backoff: Expected")]
    [InlineData("resubscribe.jitter = 2", "jitter: Expected")]
    [InlineData("resubscribe.jitter = -0.1", "jitter: Expected")]
    [InlineData("resubscribe.jitter = NaN", "jitter: Expected")]
    [InlineData("resubscribe.jitter = infinity", "jitter: Expected")]
    [InlineData("resubscribe.max-attempts = -1", "max-attempts: Expected")]
    [InlineData("resubscribe.max-attempts = 1.5", "max-attempts: Expected")]
    [InlineData("resubscribe.max-attempts = often", "max-attempts: Expected")]
    [InlineData("resubscribe = always", "resubscribe: Expected")]
    [InlineData("resubscribe.backoff = 1 s", "backoff")]
    public void A_bad_subscription_is_refused(string section, string message)
    {
        var settings = StageSettings.Parse($"s {{ {section} }}");

        var error = Assert.Throws<HoconException>(() => settings.Subscription("s"));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min-backoff = -1 s", "settings(1,31): s.resubscribe.min-backoff: Expected a duration")]
    [InlineData("max-backoff = 100 ms", "settings(1,31): s.resubscribe.max-backoff: Expected min-backoff up to")]
    [InlineData("jitter = 1.1", "settings(1,26): s.resubscribe.jitter: Expected a number")]
    [InlineData("max-attempts = -1", "settings(1,32): s.resubscribe.max-attempts: Expected")]
    public void What_is_wrong_with_subscribing_again_is_said_with_its_place(string setting, string place)
    {
        var settings = StageSettings.Parse($"s.resubscribe {{ {setting} }}");

        var error = Assert.Throws<HoconException>(() => settings.Subscription("s"));

        Assert.Contains(place, Assert.Single(error.Errors).ToString(), StringComparison.Ordinal);
    }
}
