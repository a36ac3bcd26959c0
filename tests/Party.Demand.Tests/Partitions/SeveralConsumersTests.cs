using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Partitions with more than one consumer: standbys, and consumers that share.</summary>
public sealed class SeveralConsumersTests
{
    private readonly Subscription _a = new(new(1), new() { Partition = "0" });
    private readonly Subscription _b = new(new(2), new() { Partition = "0" });
    private readonly Subscription _c = new(new(3), new() { Partition = "0" });

    [Fact]
    public void A_standby_gets_nothing_while_the_owner_is_there()
    {
        var dispatcher = Dispatcher(PartitionConsumers.ExclusiveWithStandbys, _a, _b);

        dispatcher.Request(_a, 2);
        dispatcher.Request(_b, 5);

        Assert.Equal(2, dispatcher.Ask().Total);
        Assert.Equal("#1:ab", Text(dispatcher.Dispatch("abc")));
        Assert.True(dispatcher.StandsBy(_b));
    }

    [Fact]
    public void The_first_standby_takes_over_with_its_demand_when_the_owner_leaves()
    {
        var dispatcher = Dispatcher(PartitionConsumers.ExclusiveWithStandbys, _a, _b, _c);
        dispatcher.Request(_a, 1);
        dispatcher.Request(_b, 2);
        dispatcher.Request(_c, 4);
        dispatcher.Ask();

        dispatcher.Cancel(_a);

        Assert.Equal(_b, dispatcher.OwnerOf(0));
        Assert.Equal(1, dispatcher.Ask().Total);
        Assert.Equal("#2:ab", Text(dispatcher.Dispatch("ab")));
    }

    [Fact]
    public void A_standby_that_leaves_changes_nothing()
    {
        var dispatcher = Dispatcher(PartitionConsumers.ExclusiveWithStandbys, _a, _b, _c);

        dispatcher.Cancel(_b);
        dispatcher.Cancel(_a);

        Assert.Equal(_c, dispatcher.OwnerOf(0));
        Assert.False(dispatcher.StandsBy(_c));
    }

    [Fact]
    public void Those_that_share_get_runs_by_the_highest_demand()
    {
        var dispatcher = Dispatcher(PartitionConsumers.Shared, _a, _b, _c);
        dispatcher.Request(_a, 2);
        dispatcher.Request(_b, 3);
        dispatcher.Request(_c, 1);

        Assert.Equal(6, dispatcher.Ask().Total);
        Assert.Equal("#2:abc #1:de", Text(dispatcher.Dispatch("abcde")));
        Assert.Equal(1, dispatcher.OutstandingOf(0));
    }

    [Fact]
    public void What_is_parked_goes_to_whoever_of_them_asks()
    {
        var dispatcher = Dispatcher(PartitionConsumers.Shared, _a, _b);
        dispatcher.Request(_a, 3);
        dispatcher.Ask();
        dispatcher.Cancel(_a);
        dispatcher.Dispatch("abc");

        Assert.Equal("#2:ab", Text(dispatcher.Request(_b, 2)));
        Assert.Equal(1, dispatcher.ParkedIn(0));
    }

    [Fact]
    public void Demand_of_one_that_left_is_not_asked_for_twice()
    {
        var dispatcher = Dispatcher(PartitionConsumers.Shared, _a, _b);
        dispatcher.Request(_a, 3);
        dispatcher.Ask();
        dispatcher.Cancel(_a);

        dispatcher.Request(_b, 3);

        Assert.Equal(0, dispatcher.Ask().Total);
    }

    [Fact]
    public void A_consumer_that_comes_again_replaces_itself_wherever_it_stands()
    {
        var standing = Dispatcher(PartitionConsumers.ExclusiveWithStandbys, _a, new Twin(2, "b"));
        var shared = Dispatcher(PartitionConsumers.Shared, _a, new Twin(2, "b"));

        Assert.Equal(new SubscriptionId(2), standing.ReplacedBy(new Twin(9, "b"))?.Id);
        Assert.Equal(new SubscriptionId(2), shared.ReplacedBy(new Twin(9, "b"))?.Id);
        Assert.Null(shared.ReplacedBy(new Twin(9, "c")));
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 20, MemberType = typeof(Seeds))]
    public void The_highest_demand_is_served_first_whatever_changes(int seed)
    {
        var random = new Random(seed);
        var dispatcher = Dispatcher(PartitionConsumers.Shared);
        var all = new List<Subscription>();
        for (var step = 0; step < 500; step++)
        {
            var one = all.Count == 0 || random.Next(6) == 0 ? null : all[random.Next(all.Count)];
            if (one is null)
            {
                var comes = new Subscription(new(step + 1), new());
                Assert.True(dispatcher.Subscribe(comes).IsGranted);
                all.Add(comes);
            }
            else if (random.Next(6) == 0)
            {
                dispatcher.Cancel(one);
                all.Remove(one);
            }
            else if (random.Next(2) == 0)
            {
                dispatcher.Request(one, random.Next(1, 10));
            }
            else
            {
                dispatcher.Ask();
                var highest = all.Max(other => other.Outstanding);
                var demand = all.Sum(other => other.Outstanding);
                var deliveries = dispatcher.Dispatch(new string('x', random.Next(1, 4))).Deliveries;
                Assert.Equal(highest > 0, !deliveries.IsEmpty);
                Assert.True(highest == 0 || deliveries[0].To.Outstanding + deliveries[0].Events.Count == highest);
                Assert.True(all.Sum(other => other.Outstanding) < demand || demand == 0);
            }

            Assert.Equal(all.Sum(other => other.Outstanding), dispatcher.OutstandingOf(0));
        }
    }

    private static PartitionDispatcher<char> Dispatcher(PartitionConsumers consumers, params Subscription[] all)
    {
        var dispatcher = new PartitionDispatcher<char>(new()
        {
            Partitions = PartitionNames.Numbered(1),
            Consumers = consumers,
        });
        foreach (var one in all)
        {
            Assert.True(dispatcher.Subscribe(one).IsGranted);
        }

        return dispatcher;
    }

    private static string Text(Dispatch<char> dispatch)
    {
        var text = new List<string>();
        foreach (var delivery in dispatch.Deliveries)
        {
            text.Add($"{delivery.To.Id}:{new string(delivery.Events)}");
        }

        return string.Join(' ', text);
    }

    private sealed class Twin(long id, string holder) : Subscription(new(id), new() { Partition = "0" })
    {
        public override object Holder => holder;
    }
}
