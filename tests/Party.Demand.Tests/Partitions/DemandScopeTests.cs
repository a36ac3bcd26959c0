using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

public sealed class DemandScopeTests
{
    [Fact]
    public void What_consumers_request_is_asked_once()
    {
        var letters = new Letters().Subscribe("one", "two");
        letters.Request("one", 3);
        letters.Request("two", 4);

        Assert.Equal((7, 0), (letters.Ask(), letters.Ask()));
    }

    [Fact]
    public void Per_partition_another_partitions_backlog_eats_no_demand()
    {
        var letters = new Letters().Subscribe("one", "two");
        letters.Request("one", 4);
        letters.Ask();

        letters.Dispatch("qqqa");

        Assert.Equal(3, letters.Ask());
    }

    [Fact]
    public void Pooled_another_partitions_backlog_eats_the_demand()
    {
        var letters = Pooled().Subscribe("one", "two");
        letters.Request("one", 4);
        letters.Ask();

        letters.Dispatch("qqqa");

        Assert.Equal(0, letters.Ask());
    }

    [Theory]
    [InlineData(DemandScope.PerPartition)]
    [InlineData(DemandScope.Pooled)]
    public void Demand_of_a_consumer_that_left_is_not_asked_for_twice(DemandScope scope)
    {
        var letters = new Letters(options => options with { Demand = scope }).Subscribe("one");
        letters.Request("one", 10);
        letters.Ask();
        letters.Cancel("one");
        letters.Subscribe("one");

        letters.Request("one", 4);
        Assert.Equal(0, letters.Ask());

        letters.Request("one", 8);
        Assert.Equal(2, letters.Ask());
    }

    [Theory]
    [InlineData(DemandScope.PerPartition)]
    [InlineData(DemandScope.Pooled)]
    public void An_event_that_belongs_nowhere_gives_its_demand_back(DemandScope scope)
    {
        var letters = new Letters(options => options with { Demand = scope }).Subscribe("one");
        letters.Request("one", 5);
        letters.Ask();

        Assert.Equal("one:ab", letters.Dispatch("-a-b-"));

        Assert.Equal(3, letters.Ask());
    }

    [Fact]
    public void The_producer_hears_which_partitions_asked_for_more()
    {
        var letters = new Letters().Subscribe("one", "two", "three");
        letters.Request("three", 2);
        letters.Request("one", 3);
        letters.Request("three", 4);

        Assert.Equal("three:6 one:3", letters.AskByPartition());
        Assert.Equal("", letters.AskByPartition());
    }

    [Fact]
    public void What_is_owed_is_asked_again_of_a_producer_that_forgot()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 5);
        letters.Ask();
        letters.Dispatch("ab");

        Assert.Equal(3, letters.Dispatcher.AskAgain().Total);
        Assert.Equal(3, letters.Dispatcher.Owed);
    }

    [Fact]
    public void A_partition_that_is_never_fed_stops_nobody()
    {
        var letters = PartitionDispatcherTests.Parking("abc");
        letters.Request("one", 3);

        for (var round = 0; round < 100; round++)
        {
            letters.Request("one", 2);
            Assert.True(letters.Ask() > 0);
            Assert.Equal("one:de", letters.Dispatch("de"));
        }
    }

    [Fact]
    public void Pooled_and_addressed_contradict_each_other()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new Letters(options => options with { Demand = DemandScope.Pooled, IsAddressed = true }));

        Assert.StartsWith("Expected demand per-partition for a producer that addresses partitions, got pooled.", error.Message);
    }

    private static Letters Pooled() => new(options => options with { Demand = DemandScope.Pooled });
}
