using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

public sealed class HashSelectorTests
{
    private static readonly PartitionNames Names = PartitionNames.Named("one", "two", "three", "four");

    // Computed apart from this code, from the published algorithms.
    [Fact]
    public void Jump_hash_chooses_the_same_partitions_everywhere()
    {
        var partitions = PartitionNames.Numbered(8);

        Assert.Equal(
            [6, 4, 5, 4, 2, 4, 3, 6, 4, 5, 5, 1, 3, 2, 0, 6, 4, 4, 5, 7, 6, 7, 6, 1],
            Chosen(PartitionSelector.ByJumpHash<int>(partitions), partitions));
    }

    [Fact]
    public void Rendezvous_chooses_the_same_partitions_everywhere()
    {
        Assert.Equal(
            [3, 2, 0, 2, 0, 3, 2, 0, 1, 2, 1, 2, 0, 0, 3, 3, 3, 0, 1, 0, 1, 2, 2, 2],
            Chosen(PartitionSelector.ByRendezvous<int>(Names), Names));
    }

    [Fact]
    public void Numbered_partitions_have_names_for_rendezvous()
    {
        var numbered = PartitionNames.Numbered(3);
        var named = PartitionNames.Named("0", "1", "2");

        Assert.Equal(
            Chosen(PartitionSelector.ByRendezvous<int>(named), named),
            Chosen(PartitionSelector.ByRendezvous<int>(numbered), numbered));
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("jump")]
    [InlineData("rendezvous")]
    public void What_has_the_same_key_has_the_same_partition(string kind)
    {
        var partitions = PartitionNames.Numbered(16);
        Func<int, long> key = static number => number % 6;

        var byKey = Chosen(
            kind switch
            {
                "hash" => PartitionSelector.ByHash(partitions, key),
                "jump" => PartitionSelector.ByJumpHash(partitions, key),
                _ => PartitionSelector.ByRendezvous(partitions, key),
            },
            partitions);
        var byEvent = Chosen(
            kind switch
            {
                "hash" => PartitionSelector.ByHash<int>(partitions),
                "jump" => PartitionSelector.ByJumpHash<int>(partitions),
                _ => PartitionSelector.ByRendezvous<int>(partitions),
            },
            partitions);

        Assert.Equal(Enumerable.Range(0, 24).Select(number => byEvent[number % 6]), byKey);
    }

    [Fact]
    public void An_unhashable_key_is_refused()
    {
        Func<int, DateTime> key = static number => new(number, DateTimeKind.Utc);
        var numbers = PartitionNames.Numbered(2);

        Assert.All(
            [
                () => PartitionSelector.ByHash(numbers, key),
                () => PartitionSelector.ByJumpHash(numbers, key),
                () => PartitionSelector.ByRendezvous(numbers, key),
            ],
            (Func<object> make) => Assert.StartsWith(
                "Expected another key for keys of type System.DateTime, got none. The default hash knows int,",
                Assert.Throws<ArgumentException>(make).Message));
    }

    [Fact]
    public void An_unhashable_event_is_refused()
    {
        Assert.All(
            [
                () => PartitionSelector.ByHash<DateTime>(PartitionNames.Numbered(2)),
                () => PartitionSelector.ByJumpHash<DateTime>(PartitionNames.Numbered(2)),
                () => PartitionSelector.ByRendezvous<DateTime>(Names),
            ],
            (Func<object> make) => Assert.StartsWith(
                "Expected a selector for events of type System.DateTime, got none.",
                Assert.Throws<ArgumentException>(make).Message));
    }

    [Fact]
    public void Jump_hash_needs_numbers()
    {
        Assert.All(
            [
                () => PartitionSelector.ByJumpHash<int>(Names),
                () => PartitionSelector.ByJumpHash(Names, static (int number) => number),
                () => PartitionSelector.ByHash(Names, static (int number) => number),
            ],
            (Func<object> make) => Assert.StartsWith(
                "Expected a selector for partitions with names, got none. The partitions are [one, two, three, four].",
                Assert.Throws<ArgumentException>(make).Message));
    }

    // Where the events 0 to 23 go, as a dispatcher with demand everywhere hands them on.
    private static int[] Chosen(PartitionSelector<int> selector, PartitionNames partitions)
    {
        var dispatcher = new PartitionDispatcher<int>(new() { Partitions = partitions, Selector = selector });
        for (var partition = 0; partition < partitions.Count; partition++)
        {
            var subscription = new Subscription(new(partition + 1), new() { Partition = partitions[partition] });
            Assert.True(dispatcher.Subscribe(subscription).IsGranted);
            dispatcher.Request(subscription, 24);
        }

        dispatcher.Ask();
        var chosen = new int[24];
        foreach (var delivery in dispatcher.Dispatch([.. Enumerable.Range(0, 24)]).Deliveries)
        {
            foreach (var number in delivery.Events)
            {
                chosen[number] = delivery.To.Seat;
            }
        }

        return chosen;
    }
}
