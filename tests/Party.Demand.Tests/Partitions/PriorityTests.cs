using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Classes of events within a partition, served by weight.</summary>
public sealed class PriorityTests
{
    [Fact]
    public void Classes_take_turns_as_long_as_their_weights()
    {
        var words = Words.ByClass(3, 1).Owe(100).Subscribe("A");
        words.Emit("a0 b0 c0 d0 e0 a1 b1");

        Assert.Equal("A:a0,b0,c0,a1,d0,e0,b1", words.Request('A', 9));
    }

    [Fact]
    public void A_turn_goes_on_with_the_next_request()
    {
        var words = Words.ByClass(2, 2).Owe(100).Subscribe("A");
        words.Emit("a0 b0 c0 a1 b1 c1");

        Assert.Equal("A:a0", words.Request('A', 1));
        Assert.Equal("A:b0,a1", words.Request('A', 2));
        Assert.Equal("A:b1,c0", words.Request('A', 2));
    }

    [Fact]
    public void Within_a_class_events_keep_their_order()
    {
        var words = Words.ByClass(1, 1).Owe(100).Subscribe("A");
        words.Emit("a0 a1 b0 b1 c0 c1");

        var sent = words.Request('A', 6)[2..].Split(',');

        Assert.Equal(["a0", "b0", "c0"], sent.Where(static word => word[1] == '0'));
        Assert.Equal(["a1", "b1", "c1"], sent.Where(static word => word[1] == '1'));
    }

    [Fact]
    public void What_finds_demand_is_handed_on_whatever_its_class()
    {
        var words = Words.ByClass(1, 8).Owe(100).Subscribe("A");
        words.Request('A', 2);

        Assert.Equal("A:a0,b1", words.Emit("a0 b1 c1"));
    }

    [Fact]
    public void The_limit_counts_all_classes_together()
    {
        var words = new Words(static options => options with
        {
            ParkLimit = 2,
            Priorities = new(static word => word[1] - '0', 1, 1),
        }).Owe(3).Subscribe("A");
        words.Emit("a0 b1 c0");
        Assert.Equal((2, 1), (words.Parked, words.Books.Held));
    }

    [Theory]
    [InlineData("a0 b1 c0 d1", "A:a0,c0")]
    [InlineData("a1 b1 c0", "A:c0,b1")]
    [InlineData("a0 b0 c1", "A:a0,b0")]
    public void The_oldest_of_the_class_with_the_lowest_weight_is_dropped(string emitted, string left)
    {
        var words = new Words(static options => options with
        {
            ParkLimit = 2,
            ParkPolicy = ParkPolicy.DropOldest,
            Priorities = new(static word => word[1] - '0', 3, 1),
        }).Owe(9).Subscribe("A");
        words.Emit(emitted);

        Assert.Equal(left, words.Request('A', 9));
    }

    [Fact]
    public void A_message_waits_for_all_classes()
    {
        var words = Words.ByClass(1, 9).Owe(100).Subscribe("A");
        words.Emit("a0 b0 a1");
        words.Inform("now");
        words.Emit("b1");

        words.Request('A', 3);
        Assert.Empty(words.Released);
        words.Request('A', 1);
        Assert.Equal(["now"], words.Released);
    }

    [Fact]
    public void A_class_that_fails_sets_its_event_aside_and_no_other()
    {
        var words = new Words(static options => options with
        {
            Priorities = new(static word => int.Parse(word, null), 1, 1),
        }).Subscribe("A");
        words.Request('A', 4);

        Assert.Equal("A:0,1", words.Emit("0 2 x 1"));

        Assert.Equal(
            "Expected the class, 0 to 1, of event \"2\", got 2. The event was discarded.", words.SetAside[0].Reason);
        Assert.StartsWith("Expected the class of event \"x\", got FormatException: ", words.SetAside[1].Reason);
        Assert.Equal(2, words.Books.DiscardedFor(DiscardCause.PriorityFailed));
        Assert.Equal(2, words.Ledger.Owed);
    }

    [Fact]
    public void What_came_back_is_served_before_any_class()
    {
        var words = Words.ByClass(1, 1).Owe(100).Subscribe("A");
        words.Request('A', 1);
        words.Emit("a0 b1 c0");
        words.Crash('A');

        words.Subscribe("B");
        Assert.Equal("B:a0(2) B:c0,b1", words.Request('B', 3));
    }

    [Fact]
    public void Consumers_that_share_a_partition_are_served_by_class_too()
    {
        var words = new Words(static options => options with
        {
            Consumers = PartitionConsumers.Shared,
            Priorities = new(static word => word[1] - '0', 1, 1),
        }).Owe(9).Subscribe("AB");
        words.Emit("a0 b0 a1 b1");

        Assert.Equal("A:a0,a1", words.Request('A', 2));
        Assert.Equal("B:b0,b1", words.Request('B', 2));
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void No_class_starves(int seed)
    {
        var random = new Random(seed);
        int[] weights = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(1, 6))];
        var words = Words.ByClass(weights).Owe(300).Subscribe("A");
        var waiting = weights.Select(static _ => new Queue<string>()).ToArray();
        var served = new List<int>();
        var since = weights.Select(static _ => 0).ToArray();
        for (var step = 0; step < 300; step++)
        {
            if (random.Next(3) > 0)
            {
                var one = random.Next(weights.Length);
                var word = $"w{one}-{step}";
                Assert.Equal("", words.Emit(word));
                waiting[one].Enqueue(word);
                since[one] = waiting[one].Count == 1 ? served.Count : since[one];
                continue;
            }

            if (waiting.All(static one => one.Count == 0))
            {
                continue;
            }

            var sent = words.Request('A', 1)[2..];
            var from = sent[1] - '0';
            Assert.Equal(waiting[from].Dequeue(), sent);
            served.Add(from);

            // Of any so many in a row while a class waits, its weight at least is its own.
            for (var one = 0; one < weights.Length; one++)
            {
                var window = weights.Sum();
                if (waiting[one].Count > 0 && served.Count - since[one] >= window)
                {
                    Assert.InRange(served.TakeLast(window).Count(other => other == one), weights[one], window);
                }
            }
        }

        Assert.NotEmpty(served);
    }
}
