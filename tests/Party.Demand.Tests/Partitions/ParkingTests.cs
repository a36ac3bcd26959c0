using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

public sealed class ParkingTests
{
    [Fact]
    public void Beyond_the_limit_that_event_and_all_after_it_are_held_unhashed()
    {
        var letters = Limited(2);

        Assert.Equal("four:z", letters.Dispatch("abzczd"));

        Assert.Equal((2, 3), (letters.Parked("one"), letters.Dispatcher.Held));
        Assert.Equal("abzc", letters.Hashed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_below_one_is_refused(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Limited(limit));

    [Fact]
    public void All_that_is_parked_is_counted()
    {
        var letters = Limited(2);
        letters.Dispatch("abk");

        Assert.Equal(3, letters.Dispatcher.Parked);
    }

    [Fact]
    public void Nothing_is_asked_for_while_anything_is_held()
    {
        var letters = Limited(2);
        letters.Dispatch("abc");
        letters.Request("four", 5);

        Assert.Equal((0, 0L), (letters.Ask(), letters.Dispatcher.Unasked));

        letters.Request("one", 1);
        Assert.True(letters.Ask() > 0);
    }

    [Fact]
    public void Held_events_are_placed_in_order_as_room_comes_up()
    {
        var letters = Limited(2);
        letters.Dispatch("abczdez");

        Assert.Equal("one:a four:z", letters.Request("one", 1));
        Assert.Equal("one:bc four:z", letters.Request("one", 2));
        Assert.Equal("one:de", letters.Request("one", 2));
        Assert.Equal(0, letters.Dispatcher.Held);
    }

    [Fact]
    public void Every_held_event_is_hashed_once()
    {
        var letters = Limited(2);
        letters.Dispatch("abczdez");
        letters.Request("one", 1);
        letters.Request("one", 2);
        letters.Request("one", 2);

        Assert.Equal("abczdez", letters.Hashed);
    }

    [Fact]
    public void The_partition_that_events_are_held_for_is_known()
    {
        var letters = Limited(1);
        Assert.Equal(-1, letters.Dispatcher.HeldFor);

        letters.Dispatch("aqq");

        Assert.Equal(1, letters.Dispatcher.HeldFor);
    }

    [Fact]
    public void Events_are_held_for_the_partition_they_are_sent_on_to()
    {
        var letters = new Letters(options => options with
        {
            ParkLimit = 1,
            WithoutConsumer = WithoutConsumer.DefaultPartition,
            DefaultPartition = "one",
        }).Subscribe("one", "four");
        letters.Request("four", 9);
        letters.Ask();

        letters.Dispatch("aq");

        Assert.Equal((1, 0), (letters.Dispatcher.Held, letters.Dispatcher.HeldFor));
    }

    [Fact]
    public void A_message_waits_behind_held_events_too()
    {
        var letters = Limited(1);
        letters.Dispatch("abc");
        Assert.Equal("", letters.Inform("end"));

        Assert.Equal("one:a", letters.Request("one", 1));
        Assert.Equal("one:bc (end)", letters.Request("one", 5));
    }

    [Fact]
    public void The_newest_can_be_dropped()
    {
        var letters = Limited(2, ParkPolicy.DropNewest);

        Assert.Equal("four:z", letters.Dispatch("abcdz"));

        Assert.Equal(2, letters.Dispatcher.Discarded[DiscardCause.ParkFull]);
        Assert.Equal("one:ab", letters.Request("one", 9));
    }

    [Fact]
    public void The_oldest_can_be_dropped()
    {
        var letters = Limited(2, ParkPolicy.DropOldest);

        letters.Dispatch("a");
        Assert.Equal("four:z", letters.Dispatch("bcdz"));

        Assert.Equal(2, letters.Dispatcher.Discarded[DiscardCause.ParkFull]);
        Assert.Equal("one:cd", letters.Request("one", 9));
    }

    [Fact]
    public void The_stage_can_be_failed()
    {
        var letters = Limited(2, ParkPolicy.Fail);

        Assert.Null(letters.Dispatcher.Dispatch("ab").Overflow);
        Assert.Contains(
            "in partition one, got one more", letters.Dispatcher.Dispatch("cz").Overflow, StringComparison.Ordinal);
        Assert.Null(letters.Dispatcher.Dispatch("z").Overflow);

        Assert.Equal(1, letters.Dispatcher.Discarded[DiscardCause.ParkFull]);
    }

    [Fact]
    public void A_dropped_event_lets_the_message_behind_it_through()
    {
        var letters = Limited(2, ParkPolicy.DropOldest);
        letters.Dispatch("ab");
        letters.Inform("end");

        Assert.Equal("", letters.Dispatch("c"));
        Assert.Equal("(end)", letters.Dispatch("d"));
    }

    [Theory]
    [InlineData(ParkPolicy.DropOldest)]
    [InlineData(ParkPolicy.DropNewest)]
    public void A_dropped_event_gives_its_demand_back_to_the_pool(ParkPolicy policy)
    {
        var letters = new Letters(options => options with
        {
            Demand = DemandScope.Pooled,
            ParkLimit = 2,
            ParkPolicy = policy,
        }).Subscribe("four");
        letters.Request("four", 5);
        letters.Ask();

        letters.Dispatch("abcdz");

        Assert.Equal(2, letters.Ask());
    }

    [Fact]
    public void Events_without_a_consumer_can_be_discarded()
    {
        var letters = new Letters(options => options with { WithoutConsumer = WithoutConsumer.Discard })
            .Subscribe("four");
        letters.Request("four", 5);
        letters.Ask();

        Assert.Equal("four:z", letters.Dispatch("abz"));

        Assert.Equal(2, letters.Dispatcher.Discarded[DiscardCause.WithoutConsumer]);
        Assert.Equal(2, letters.Ask());
    }

    [Fact]
    public void Events_without_a_consumer_can_go_to_a_default_partition()
    {
        var letters = new Letters(options => options with
        {
            WithoutConsumer = WithoutConsumer.DefaultPartition,
            DefaultPartition = "two",
        }).Subscribe("four", "two");
        letters.Request("four", 5);
        letters.Request("two", 3);
        letters.Ask();

        Assert.Equal("two:aqb four:z", letters.Dispatch("aqbz"));
    }

    [Theory]
    [InlineData("five", "got five")]
    [InlineData(null, "got none")]
    public void A_default_partition_must_be_one_of_the_partitions(string? name, string got)
    {
        var error = Assert.Throws<ArgumentException>(() => new Letters(options => options with
        {
            WithoutConsumer = WithoutConsumer.DefaultPartition,
            DefaultPartition = name,
        }));

        Assert.StartsWith($"Expected default-partition to be one of [one, two, three, four], {got}.", error.Message);
    }

    // four has demand that lets events be asked for; one and two have consumers that have asked for nothing yet.
    private static Letters Limited(int limit, ParkPolicy policy = ParkPolicy.Backpressure)
    {
        var letters = new Letters(options => options with { ParkLimit = limit, ParkPolicy = policy })
            .Subscribe("one", "two", "four");
        letters.Request("four", 100);
        letters.Ask();
        return letters;
    }
}
