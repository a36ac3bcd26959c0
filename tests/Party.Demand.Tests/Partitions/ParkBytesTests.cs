using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Parks that are bounded in bytes.</summary>
public sealed class ParkBytesTests
{
    [Fact]
    public void An_event_is_parked_only_while_fewer_bytes_are()
    {
        var words = Words.ByBytes(5).Owe(4);

        words.Emit("abc defgh i j");

        Assert.Equal((2, 2), (words.Parked, words.Books.Held));
    }

    [Fact]
    public void What_is_handed_on_at_once_does_not_count()
    {
        var words = Words.ByBytes(1).Subscribe("A");
        words.Request('A', 3);

        Assert.Equal("A:abc,defgh,i", words.Emit("abc defgh i"));
    }

    [Fact]
    public void Both_limits_hold()
    {
        var words = Words.ByBytes(100, limit: 2).Owe(3);

        words.Emit("a b c");

        Assert.Equal((2, 1), (words.Parked, words.Books.Held));
    }

    [Fact]
    public void Held_events_are_placed_when_bytes_have_gone()
    {
        var words = Words.ByBytes(4).Owe(3);
        words.Emit("abcd e f");
        words.Subscribe("B");

        Assert.Equal("B:abcd", words.Request('B', 1));
        Assert.Equal((2, 0), (words.Parked, words.Books.Held));
    }

    [Fact]
    public void The_oldest_go_until_there_are_few_enough_bytes()
    {
        var words = Words.ByBytes(4, ParkPolicy.DropOldest).Owe(4);

        words.Emit("a b cdefgh i");

        words.Subscribe("B");
        Assert.Equal("B:i", words.Request('B', 9));
        Assert.Equal(3, words.Books.DiscardedFor(DiscardCause.ParkFull));
    }

    [Fact]
    public void The_newest_is_dropped_where_that_was_chosen()
    {
        var words = Words.ByBytes(2, ParkPolicy.DropNewest).Owe(3);

        words.Emit("abc d e");

        Assert.Equal((1, 2), (words.Parked, words.Books.DiscardedFor(DiscardCause.ParkFull)));
    }

    [Fact]
    public void A_stage_that_fails_says_which_of_the_limits_it_was()
    {
        var bytes = Words.ByBytes(2, ParkPolicy.Fail).Owe(2);
        bytes.Emit("abc d");
        var events = Words.ByBytes(9, ParkPolicy.Fail, limit: 1).Owe(2);
        events.Emit("abc d");

        Assert.Equal(
            "Expected less than 2 bytes of parked events in partition 0, got one more event. Raise park-bytes, or "
            + "choose another park-policy. The event was discarded.",
            bytes.Overflow);
        Assert.StartsWith("Expected at most 1 parked events in partition 0, got one more", events.Overflow);
    }

    [Fact]
    public void The_bytes_of_text_are_those_of_its_utf8()
    {
        var words = Words.ByBytes(3).Owe(2);

        words.Emit("äö x");

        Assert.Equal((1, 1), (words.Parked, words.Books.Held));
    }

    [Fact]
    public void The_bytes_of_an_array_are_its_length()
    {
        var dispatcher = new PartitionDispatcherOptions<byte[]>
        {
            Partitions = PartitionNames.Numbered(1),
            ParkBytes = 3,
            ParkPolicy = ParkPolicy.DropNewest,
        }.Build();
        var subscription = new Subscription(new(1), new());
        dispatcher.Subscribe(subscription);
        dispatcher.Request(subscription, 3);
        dispatcher.Ask();
        dispatcher.Cancel(subscription);

        dispatcher.Dispatch([new byte[2], new byte[2], []]);

        Assert.Equal(2, dispatcher.ParkedIn(0));
    }

    [Fact]
    public void A_size_that_fails_sets_its_event_aside_and_no_other()
    {
        var words = new Words(static options => options with
        {
            ParkBytes = 10,
            Size = static word => word switch
            {
                "bad" => throw new FormatException("No size."),
                "less" => -1,
                _ => 1,
            },
        }).Subscribe("A");
        words.Request('A', 4);

        Assert.Equal("A:good,fine", words.Emit("good bad less fine"));

        Assert.Equal(
            [
                "Expected the size of event \"bad\", got FormatException: No size. The event was discarded.",
                "Expected the size of at least 0 bytes of event \"less\", got -1. The event was discarded.",
            ],
            words.SetAside.Select(static one => one.Reason));
        Assert.Equal(2, words.Books.DiscardedFor(DiscardCause.SizeFailed));
        Assert.Equal(2, words.Ledger.Owed);
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Bytes_parked_are_never_more_than_the_limit_and_one_event(int seed)
    {
        var random = new Random(seed);
        var limit = random.Next(1, 60);
        var isByKey = seed % 2 == 0;
        var policy = (ParkPolicy)(seed % 3);
        var ledger = new ProducerLedger<int>(
            new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(1),
                ParkBytes = limit,
                ParkLimit = 12,
                ParkPolicy = policy,
                Size = static number => number % 10,
                Consumers = isByKey ? PartitionConsumers.SharedByKey : PartitionConsumers.Shared,
                Key = EventKey.By<int, int>(static number => number % 3),
            },
            new() { Size = 1000 });
        var consumers = new List<Subscription>();
        var delivered = new HashSet<int>();
        var (emitted, id) = (0, 0L);
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(6))
            {
                case 0 when consumers.Count < 3:
                    consumers.Add(new(new(++id), new()));
                    Assert.True(ledger.Subscribe(consumers[^1]).IsGranted);
                    break;
                case 1 when consumers.Count > 0 && random.Next(3) == 0:
                    var gone = consumers[random.Next(consumers.Count)];
                    consumers.Remove(gone);
                    Note(ledger.Cancel(gone, gone.Sent, failed: 0, DiscardCause.ConsumerGone));
                    break;
                case 2 or 3 when consumers.Count > 0:
                    var asking = consumers[random.Next(consumers.Count)];
                    ledger.Confirm(asking, asking.Sent);
                    Note(ledger.Request(asking, random.Next(1, 9)));
                    break;
                default:
                    var count = random.Next((int)ledger.Owed + 2);
                    Note(ledger.Receive([.. Enumerable.Range(emitted, count)]));
                    emitted += count;
                    break;
            }

            while (ledger.TryServe(out var more))
            {
                Note(more);
            }

            ledger.Ask();
            Assert.Null(ledger.CheckAll());
            CheckBytes(ledger.Balance());
        }

        // What waits is what was emitted and not handed on; the newest of it are not placed yet.
        void CheckBytes(ProducerBooks books)
        {
            if (policy != ParkPolicy.Backpressure)
            {
                return;
            }

            var waiting = Enumerable.Range(0, emitted).Where(number => !delivered.Contains(number)).ToList();
            var parked = waiting.Take(books.Partitions[0].Parked).ToList();
            Assert.Equal(waiting.Count, parked.Count + books.Held + books.Buffered);
            Assert.InRange(parked.Sum(static number => number % 10), 0, limit + 8);
            Assert.InRange(parked.SkipLast(1).Sum(static number => number % 10), 0, limit - 1);
            Assert.InRange(parked.Count, 0, 12);
        }

        void Note(Dispatch<int> dispatch)
        {
            foreach (var delivery in dispatch.Deliveries)
            {
                Assert.All(delivery.Events, number => Assert.True(delivered.Add(number)));
            }
        }
    }
}
