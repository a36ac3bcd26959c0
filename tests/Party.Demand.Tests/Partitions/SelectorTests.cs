using Party.Demand.Dispatching;
using Party.Demand.Hashing;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

public sealed class SelectorTests
{
    private static readonly PartitionNames OddAndEven = PartitionNames.Named("even", "odd");

    [Fact]
    public void An_event_for_an_unknown_partition_is_set_aside_and_named()
    {
        var letters = Demanding();

        var dispatch = letters.Dispatcher.Dispatch("a?b");

        var setAside = Assert.Single(dispatch.SetAside.ToArray());
        Assert.Equal(('?', DiscardCause.UnknownPartition), (setAside.Item, setAside.Cause));
        Assert.StartsWith("Expected a partition of [one, two, three, four], got 7 for event \"?\".", setAside.Reason);
        Assert.Equal("ab", new string(dispatch.Deliveries[0].Events));
    }

    [Fact]
    public void An_event_that_the_selector_throws_on_is_set_aside_and_named()
    {
        var letters = Demanding();

        var dispatch = letters.Dispatcher.Dispatch("!a!b!");

        Assert.Equal(["!", "!", "!"], dispatch.SetAside.ToArray().Select(one => one.Item.ToString()));
        Assert.IsType<FormatException>(dispatch.SetAside[0].Error);
        Assert.StartsWith(
            "Expected the selector to name a partition for event \"!\", got FormatException: No letter.",
            dispatch.SetAside[0].Reason);
        Assert.Equal("ab", new string(dispatch.Deliveries[0].Events));
    }

    [Fact]
    public void What_is_set_aside_is_asked_for_again()
    {
        var letters = Demanding();

        letters.Dispatch("!a?b-");

        Assert.Equal(3, letters.Ask());
    }

    [Fact]
    public void A_selector_may_name_partitions()
    {
        var dispatcher = Dispatcher(PartitionSelector.ByName<int>(OddAndEven, number => number switch
        {
            < 0 => null,
            > 100 => "huge",
            _ => number % 2 == 0 ? "even" : "odd",
        }));

        var dispatch = dispatcher.Dispatch([1, 2, -3, 103, 5]);

        Assert.Equal([1, 5], dispatch.Deliveries[0].Events);
        Assert.Equal(
            [(-3, DiscardCause.NoPartition), (103, DiscardCause.UnknownPartition)],
            dispatch.SetAside.ToArray().Select(one => (one.Item, one.Cause)));
        Assert.StartsWith("Expected a partition of [even, odd], got \"huge\".", dispatch.SetAside[1].Reason);
    }

    [Fact]
    public void An_event_that_belongs_nowhere_is_named_the_first_time()
    {
        var letters = Demanding();

        Assert.Single(letters.Dispatcher.Dispatch("-a-").SetAside.ToArray());
        Assert.Empty(letters.Dispatcher.Dispatch("-b").SetAside.ToArray());
        Assert.Equal(3, letters.Dispatcher.Discarded[DiscardCause.NoPartition]);
    }

    [Fact]
    public void A_selector_may_replace_the_event()
    {
        var dispatcher = Dispatcher(PartitionSelector.ByPlacement<int>(number => new(number * 10, number % 2)));

        Assert.Equal([10, 30], dispatcher.Dispatch([1, 2, 3]).Deliveries[0].Events);
    }

    [Fact]
    public void The_default_is_the_portable_hash_modulo_the_partitions()
    {
        var dispatcher = new PartitionDispatcher<string>(new() { Partitions = PartitionNames.Numbered(4) });
        var subscription = new Subscription(new(1), new() { Partition = "1" });
        dispatcher.Subscribe(subscription);
        dispatcher.Request(subscription, 4);
        dispatcher.Ask();

        string[] words = ["qui", "id", "sed", "ut"];
        var sent = dispatcher.Dispatch(words).Deliveries.ToArray().SelectMany(delivery => delivery.Events);

        Assert.Equal(words.Where(word => PortableHash.Of(word.AsSpan()) % 4 == 1), sent);
    }

    [Fact]
    public void Events_that_the_default_hash_does_not_know_need_a_selector()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new PartitionDispatcher<DateTime>(new() { Partitions = PartitionNames.Numbered(4) }));

        Assert.StartsWith("Expected a selector for events of type System.DateTime, got none.", error.Message);
    }

    [Fact]
    public void Partitions_with_names_need_a_selector()
    {
        var error = Assert
            .Throws<ArgumentException>(() => new PartitionDispatcher<int>(new() { Partitions = OddAndEven }));

        Assert.StartsWith("Expected a selector for partitions with names, got none.", error.Message);
    }

    private static Letters Demanding()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 5);
        letters.Ask();
        return letters;
    }

    private static PartitionDispatcher<int> Dispatcher(PartitionSelector<int> selector)
    {
        var dispatcher = new PartitionDispatcher<int>(new() { Partitions = OddAndEven, Selector = selector });
        var subscription = new Subscription(new(1), new() { Partition = "odd" });
        dispatcher.Subscribe(subscription);
        dispatcher.Request(subscription, 10);
        dispatcher.Ask();
        return dispatcher;
    }

    [Fact]
    public void A_selector_is_not_made_of_nothing()
    {
        var names = PartitionNames.Numbered(2);

        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByIndex<int>(null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByPlacement<int>(null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByName<int>(null!, _ => "a"));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByName<int>(names, null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByHash<int>(null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByHash<object, int>(names, null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByJumpHash<object, int>(names, null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByRendezvous<object, int>(names, null!));
        Assert.Throws<ArgumentNullException>(() => PartitionSelector.ByRendezvous<int>(null!));
        Assert.Throws<ArgumentNullException>(() => new PartitionChange<int> { Partitions = null! });
    }

    [Fact]
    public void An_event_that_cannot_be_named_is_set_aside_all_the_same()
    {
        var dispatcher = new PartitionDispatcher<Nameless>(new()
        {
            Partitions = PartitionNames.Numbered(2),
            Selector = PartitionSelector.ByIndex<Nameless>(_ => 7),
        });
        var subscription = new Subscription(new(1), new() { Partition = "0" });
        dispatcher.Subscribe(subscription);
        dispatcher.Request(subscription, 1);
        dispatcher.Ask();

        var reason = dispatcher.Dispatch([new()]).SetAside[0].Reason;

        Assert.Contains("Nameless, whose ToString threw FormatException", reason, StringComparison.Ordinal);
    }

    private sealed class Nameless
    {
        public override string ToString() => throw new FormatException("nameless");
    }
}
