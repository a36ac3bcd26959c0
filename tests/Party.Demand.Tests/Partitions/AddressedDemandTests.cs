using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

public sealed class AddressedDemandTests
{
    [Fact]
    public void Each_partition_is_asked_for_by_itself()
    {
        var letters = Addressed().Subscribe("one", "three");
        letters.Request("three", 2);
        letters.Request("one", 3);

        Assert.Equal("three:2 one:3", letters.AskByPartition());
        Assert.Equal("", letters.AskByPartition());
    }

    [Fact]
    public void A_partition_that_gets_nothing_costs_the_others_nothing()
    {
        var letters = Addressed().Subscribe("one", "two");
        letters.Request("one", 3);
        letters.Request("two", 1);
        letters.AskByPartition();

        for (var round = 0; round < 100; round++)
        {
            Assert.Equal("one:abc", letters.Dispatch("abc"));
            letters.Request("one", 3);
            Assert.Equal("one:3", letters.AskByPartition());
        }
    }

    [Fact]
    public void No_more_is_asked_for_than_the_park_could_take()
    {
        var letters = Addressed(parkLimit: 4).Subscribe("one");
        letters.Request("one", 10);
        Assert.Equal("one:4", letters.AskByPartition());

        letters.Cancel("one");
        Assert.Equal("", letters.Dispatch("abcd"));

        Assert.Equal((4, 0), (letters.Parked("one"), letters.Dispatcher.Held));
    }

    [Fact]
    public void Demand_beyond_the_park_is_asked_for_as_events_come()
    {
        var letters = Addressed(parkLimit: 4).Subscribe("one");
        letters.Request("one", 10);
        letters.AskByPartition();

        letters.Dispatch("abc");

        Assert.Equal("one:3", letters.AskByPartition());
    }

    [Fact]
    public void A_missed_address_is_parked_and_asked_for_again()
    {
        var letters = Addressed().Subscribe("one", "two");
        letters.Request("one", 3);
        letters.AskByPartition();

        Assert.Equal("one:ab", letters.Dispatch("aqb"));

        Assert.Equal("one:1", letters.AskByPartition());
        Assert.Equal(1, letters.Parked("two"));
    }

    [Fact]
    public void An_event_that_belongs_nowhere_is_asked_for_again()
    {
        var letters = Addressed().Subscribe("one", "two");
        letters.Request("one", 2);
        letters.Request("two", 2);
        letters.AskByPartition();

        Assert.Equal("one:ab two:q", letters.Dispatch("ab-q"));

        Assert.Equal("two:1", letters.AskByPartition());
    }

    [Fact]
    public void What_is_discarded_without_a_consumer_pays_only_its_own_debt()
    {
        var letters = Addressed(WithoutConsumer.Discard).Subscribe("one", "two");
        letters.Request("one", 2);
        letters.Request("two", 2);
        letters.AskByPartition();
        letters.Cancel("two");

        Assert.Equal("", letters.Dispatch("qr"));
        Assert.Equal("", letters.AskByPartition());
        letters.Subscribe("two").Request("two", 2);

        Assert.Equal("two:2", letters.AskByPartition());
    }

    [Fact]
    public void What_goes_to_the_default_partition_pays_its_own_debt()
    {
        var letters = Addressed(WithoutConsumer.DefaultPartition).Subscribe("one", "two");
        letters.Request("one", 2);
        letters.Request("two", 2);
        letters.AskByPartition();
        letters.Cancel("two");

        Assert.Equal("one:qr", letters.Dispatch("qr"));
        letters.Subscribe("two").Request("two", 2);

        Assert.Equal("two:2", letters.AskByPartition());
    }

    [Fact]
    public void A_producer_that_forgot_is_asked_by_partition_again()
    {
        var letters = Addressed().Subscribe("one", "two");
        letters.Request("one", 3);
        letters.Request("two", 2);
        letters.AskByPartition();
        letters.Dispatch("aq");

        Assert.Equal("one:2 two:1", letters.Text(letters.Dispatcher.AskAgain()));
    }

    private static Letters Addressed(WithoutConsumer without) =>
        new(options => options with { IsAddressed = true, WithoutConsumer = without, DefaultPartition = "one" });

    private static Letters Addressed(int parkLimit = 1000) =>
        new(options => options with { IsAddressed = true, ParkLimit = parkLimit });
}
