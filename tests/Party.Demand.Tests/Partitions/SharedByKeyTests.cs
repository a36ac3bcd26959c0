using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Consumers that share a partition by key.</summary>
public sealed class SharedByKeyTests
{
    [Fact]
    public void Keys_go_to_the_consumers_in_turn()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 3);
        words.Request('B', 3);

        Assert.Equal("A:a1,c1 B:b1", words.Emit("a1 b1 c1"));
    }

    [Fact]
    public void A_key_stays_with_a_consumer_while_anything_of_it_is_unconfirmed()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 2);
        words.Request('B', 9);

        Assert.Equal("A:a1,a2", words.Emit("a1 a2 a3"));
        Assert.Equal("", words.Confirm('A', 1));
        Assert.Equal("B:a3", words.Confirm('A', 2));
    }

    [Fact]
    public void Who_has_demand_and_no_key_that_is_free_waits()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 1);
        words.Emit("a1 a2");

        Assert.Equal("", words.Request('B', 5));

        Assert.Equal((1, 5), (words.Parked, words.Books.Partitions[0].Outstanding));
        Assert.Equal("A:a2", words.Request('A', 1));
    }

    [Fact]
    public void A_key_of_which_much_waits_does_not_eat_the_demand()
    {
        var words = Words.ByKey().Owe(100).Subscribe("A");
        words.Request('A', 1);
        words.Emit("a1 a2 a3 a4 a5 b1 c1");

        Assert.Equal("A:b1,a2,c1", words.Request('A', 3));
    }

    [Fact]
    public void What_a_crashed_consumer_had_goes_to_others_first_and_in_order()
    {
        var words = Words.ByKey().Owe(100).Subscribe("AB");
        words.Request('A', 3);
        words.Emit("a1 a2 b1");
        words.Emit("a3 c1");

        Assert.Equal("", words.Crash('A'));
        Assert.Equal((3, 2), (words.Books.Returned, words.Parked));
        Assert.Equal("B:a1(2),a2(2),b1(2) B:a3,c1", words.Request('B', 9));
        Assert.Equal(3, words.Books.Redelivered);
    }

    [Fact]
    public void What_came_back_keeps_its_attempts_and_does_not_count_as_parked()
    {
        var words = Words.ByKey(static options => options with { ParkLimit = 1 }).Subscribe("A");
        words.Request('A', 2);
        words.Emit("a1 a2");
        words.Crash('A');
        words.Subscribe("B");
        words.Request('B', 2);
        words.Crash('B');

        Assert.Equal((2, 0), (words.Books.Returned, words.Parked));
        words.Subscribe("C");
        Assert.Equal("C:a1(3),a2(3)", words.Request('C', 2));
    }

    [Fact]
    public void A_rejected_event_comes_again_before_all_others_of_its_key()
    {
        var words = Words.ByKey().Owe(100).Subscribe("A");
        words.Request('A', 2);
        words.Emit("a1 a2 a3");

        Assert.Equal("A:a1(2)", words.Reject('A', 1));
        Assert.Equal("A:a2(2)", words.Reject('A', 2));
        Assert.Equal(1, words.Parked);
    }

    [Fact]
    public void What_comes_back_after_a_younger_one_of_its_key_is_still_first()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 3);
        words.Emit("a1 a2 a3");
        words.Close('A');
        words.Reject('A', 2);
        words.Request('B', 9);

        Assert.Equal("B:a1(2),a2(2),a3(2)", words.Crash('A'));
    }

    [Fact]
    public void An_event_confirmed_ahead_frees_its_key()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 2);
        words.Emit("a1 b1 b2");
        words.Request('B', 1);

        Assert.Equal("B:b2", words.Confirm('A', 0, new(2, long.MaxValue)));
    }

    [Fact]
    public void A_consumer_that_has_closed_keeps_its_keys_until_its_last_word()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 1);
        words.Emit("a1 a2");
        words.Request('B', 1);

        Assert.Equal("", words.Close('A'));
        Assert.Equal("B:a2", words.Crash('A', handled: 1));
    }

    [Fact]
    public void At_most_once_a_crash_discards_what_was_on_its_way_and_frees_its_keys()
    {
        var words = Words.ByKey().Subscribe("AB", DeliveryMode.AtMostOnce);
        words.Request('A', 1);
        words.Emit("a1 a2");
        words.Request('B', 1);

        Assert.Equal("B:a2", words.Crash('A'));
        Assert.Equal(1, words.Books.DiscardedFor(DiscardCause.ConsumerGone));
    }

    [Fact]
    public void At_most_once_a_confirmation_frees_a_key_too()
    {
        var words = Words.ByKey().Subscribe("AB", DeliveryMode.AtMostOnce);
        words.Request('A', 1);
        words.Emit("a1 a2");
        words.Request('B', 1);

        Assert.Equal("B:a2", words.Confirm('A', 1));
    }

    [Fact]
    public void A_held_event_is_handed_on_when_its_key_is_free()
    {
        var words = Words.ByKey(static options => options with { ParkLimit = 1 }).Owe(9).Subscribe("ABC");
        words.Request('A', 1);
        words.Request('B', 1);
        words.Emit("a1 b1 a2 b2");
        words.Request('C', 1);
        Assert.Equal((1, 1), (words.Parked, words.Books.Held));

        Assert.Equal("C:b2", words.Confirm('B', 1));
        Assert.Equal((1, 0), (words.Parked, words.Books.Held));
    }

    [Fact]
    public void A_message_waits_for_all_that_was_parked_before_it_in_whatever_order_that_goes()
    {
        var words = Words.ByKey().Owe(100).Subscribe("AB");
        words.Request('A', 1);
        words.Emit("a1 a2 b1");
        words.Inform("now");
        words.Emit("c1");

        Assert.Equal("B:b1,c1", words.Request('B', 2));
        Assert.Empty(words.Released);
        words.Request('A', 1);
        Assert.Equal(["now"], words.Released);
    }

    [Fact]
    public void The_oldest_parked_event_is_dropped_whatever_its_key()
    {
        var words = Words.ByKey(static options => options with { ParkLimit = 2, ParkPolicy = ParkPolicy.DropOldest });
        words.Subscribe("A");
        words.Request('A', 3);
        words.Close('A');
        words.Emit("a1 b1 a2");
        words.Crash('A');

        words.Subscribe("B");
        Assert.Equal("B:b1,a2", words.Request('B', 9));
        Assert.Equal(1, words.Books.DiscardedFor(DiscardCause.ParkFull));
    }

    [Fact]
    public void A_drain_waits_for_what_came_back()
    {
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 1);
        words.Emit("a1");
        words.Crash('A');

        Assert.False(words.Ledger.IsFlushed || words.Ledger.IsConfirmed);
        words.Request('B', 1);
        words.Confirm('B', 1);
        Assert.True(words.Ledger.IsFlushed && words.Ledger.IsConfirmed);
    }

    [Fact]
    public void What_came_back_and_was_confirmed_is_the_end_of_what_it_was_made_of()
    {
        var origin = new Origin();
        var words = Words.ByKey().Subscribe("AB");
        words.Request('A', 2);
        origin.Add(0);
        words.Emit("a1 b1", origin);
        origin.Close();
        words.Crash('A', handled: 1);
        words.Request('B', 1);

        Assert.False(origin.IsDone);
        words.Confirm('B', 1);
        Assert.True(origin.IsDone);
    }

    [Fact]
    public void A_consumer_that_comes_again_takes_the_place_of_itself()
    {
        var words = Words.ByKey().Subscribe("AB");

        Assert.Equal(words['A'], words.Ledger.ReplacedBy(words['A']));
    }

    [Fact]
    public void A_key_is_asked_for_once_however_long_its_event_is_held()
    {
        var asked = new List<string>();
        var words = Words.ByKey(options => options with
        {
            ParkLimit = 1,
            Key = EventKey.By<string, char>(word =>
            {
                asked.Add(word);
                return word[0];
            }),
        }).Subscribe("AB");
        words.Request('A', 4);
        words.Close('A');
        words.Emit("a1 b1 c1");
        Assert.Equal(["a1", "b1"], asked);

        Assert.Equal("B:a1,b1,c1", words.Request('B', 9));
        Assert.Equal(["a1", "b1", "c1"], asked);
    }

    [Theory]
    [InlineData("The key is gone.", DiscardCause.KeyFailed)]
    public void A_key_that_fails_sets_its_event_aside_and_no_other(string message, DiscardCause cause)
    {
        var words = Words.ByKey(options => options with
        {
            Key = EventKey.By<string, string>(word => word switch
            {
                "bad" => throw new FormatException(message),
                "null" => null!,
                _ => word,
            }),
        }).Subscribe("A");
        words.Request('A', 4);

        Assert.Equal("A:good,fine", words.Emit("good bad null fine"));

        Assert.Equal(
            [
                "Expected the key of event \"bad\", got FormatException: The key is gone. The event was discarded.",
                "Expected the key of event \"null\", got null. The event was discarded.",
            ],
            words.SetAside.Select(static one => one.Reason));
        Assert.Equal(2, words.Books.DiscardedFor(cause));
        Assert.Equal((2, 2), (words.Ledger.Owed, words['A'].Outstanding));
    }

    [Fact]
    public void Keys_need_not_be_good_at_hashing()
    {
        var words = Words.ByKey(static options => options with
        {
            Key = EventKey.By<string, Clumsy>(static word => new(word)),
        }).Subscribe("A");
        words.Request('A', 500);
        var all = Enumerable.Range(0, 500).Select(static number => $"w{number % 100}").ToArray();

        Assert.Equal("A:" + string.Join(',', all), words.Emit(string.Join(' ', all)));
        words.Confirm('A', 500);
        Assert.Equal(500, words.Books.Handled);
    }

    private sealed record Clumsy(string Word)
    {
        public override int GetHashCode() => Word.Length;
    }
}
