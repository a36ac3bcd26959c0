using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

public sealed class PartitionDispatcherTests
{
    [Fact]
    public void Every_event_goes_to_the_partition_of_its_letter_in_order()
    {
        var letters = Demanding("one", "two", "three");

        Assert.Equal("two:ql one:eadi three:s", letters.Dispatch("qeadlis"));
    }

    [Fact]
    public void Nothing_is_sent_beyond_the_demand_and_the_rest_is_parked()
    {
        var letters = new Letters().Subscribe("one", "two");
        letters.Request("one", 2);
        letters.Request("two", 3);
        letters.Ask();

        Assert.Equal("one:ab", letters.Dispatch("abcde"));

        Assert.Equal((0L, 3), (letters.Outstanding("one"), letters.Parked("one")));
    }

    [Fact]
    public void Parked_events_are_served_first_when_demand_comes()
    {
        var letters = Parking("abc");

        Assert.Equal("one:ab", letters.Request("one", 2));
        Assert.Equal("one:c", letters.Request("one", 5));
        Assert.Equal(4, letters.Outstanding("one"));
    }

    [Fact]
    public void Sequence_numbers_count_the_events_of_a_subscription()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 5);
        letters.Ask();

        var firsts = new List<long>();
        foreach (var batch in new[] { "ab", "c", "de" })
        {
            firsts.Add(letters.Dispatcher.Dispatch(batch).Deliveries[0].First);
        }

        Assert.Equal([1, 3, 4], firsts);
    }

    [Fact]
    public void Events_beyond_what_was_asked_for_are_left_over_unhashed()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 2);
        letters.Ask();

        Assert.Equal("one:ab +3", letters.Dispatch("abcde"));
        Assert.Equal("ab", letters.Hashed);
    }

    [Fact]
    public void A_waiting_event_is_taken_in_as_far_as_somebody_wants_more()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 2);

        var dispatch = letters.Dispatcher.Offer("abcde");

        Assert.Equal((3, "ab"), (dispatch.Leftover, new string(dispatch.Deliveries[0].Events)));
        Assert.Equal((0L, 0L), (letters.Dispatcher.Owed, letters.Dispatcher.Unasked));
    }

    [Fact]
    public void What_a_leaving_consumer_was_not_sent_waits_for_the_next()
    {
        var letters = Parking("abc");

        Assert.Equal("", letters.Cancel("one"));
        letters.Subscribe("one");

        Assert.Equal("one:abc", letters.Request("one", 9));
    }

    [Fact]
    public void A_partition_without_a_consumer_parks()
    {
        var letters = new Letters().Subscribe("two");
        letters.Request("two", 3);
        letters.Ask();
        letters.Dispatch("abq");

        letters.Subscribe("one");

        Assert.Equal("one:ab", letters.Request("one", 2));
    }

    [Theory]
    [InlineData("five", Refusal.PartitionUnknown, "Expected a partition of [one, two, three, four], got \"five\".")]
    [InlineData("one", Refusal.PartitionTaken, "Expected partition one to be free, got owner #1.")]
    [InlineData(null, Refusal.PartitionMissing, "Expected a subscription to name its partition, one of [one, two, three, four], got none.")]
    public void A_subscription_that_does_not_fit_is_refused(string? partition, Refusal refusal, string reason)
    {
        var letters = Parking("ab");

        var admission = letters.TrySubscribe(partition);

        Assert.Equal(refusal, admission.Refusal);
        Assert.StartsWith(reason, admission.Reason);
        Assert.Equal("one:ab", letters.Request("one", 2));
    }

    [Fact]
    public void A_single_partition_need_not_be_named()
    {
        var letters = new Letters(options => options with { Partitions = PartitionNames.Numbered(1) });

        Assert.True(letters.TrySubscribe(null).IsGranted);
    }

    [Fact]
    public void A_message_waits_for_every_event_before_it()
    {
        var letters = Parking("abq");
        letters.Subscribe("two");

        Assert.Equal("", letters.Inform("end"));
        letters.Ask();
        letters.Dispatch("cd");

        Assert.Equal("one:ab", letters.Request("one", 2));
        Assert.Equal("two:q (end)", letters.Request("two", 1));
    }

    [Fact]
    public void A_message_parts_the_events_before_it_from_those_after_it()
    {
        var letters = Parking("ab");
        letters.Inform("end");
        letters.Ask();
        letters.Dispatch("cd");

        Assert.Equal("one:ab (end) one:cd", letters.Request("one", 9));
    }

    [Fact]
    public void A_message_with_nothing_before_it_is_released_at_once()
    {
        var letters = Demanding("one");
        letters.Dispatch("abc");

        Assert.Equal("(end)", letters.Inform("end"));
    }

    // One consumer on one; four has demand that is never met, so that events keep being asked for.
    internal static Letters Parking(string parked)
    {
        var letters = new Letters().Subscribe("one", "four");
        letters.Request("four", 100);
        letters.Ask();
        letters.Dispatch(parked);
        return letters;
    }

    private static Letters Demanding(params string[] partitions)
    {
        var letters = new Letters().Subscribe(partitions);
        foreach (var partition in partitions)
        {
            letters.Request(partition, 10);
        }

        letters.Ask();
        return letters;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_request_for_nothing_is_refused(int demand)
    {
        var letters = new Letters().Subscribe("one");

        Assert.Throws<ArgumentOutOfRangeException>(nameof(demand), () => letters.Request("one", demand));
        Assert.Equal(0, letters.Outstanding("one"));
    }

    [Fact]
    public void Every_cause_counts_for_itself_and_towards_the_total()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 10);
        letters.Ask();

        letters.Dispatch("a--?!b");

        var discarded = letters.Dispatcher.Discarded;
        Assert.Equal(4, discarded.Total);
        Assert.Equal(
            [
                new(DiscardCause.NoPartition, 2),
                new(DiscardCause.UnknownPartition, 1),
                new(DiscardCause.SelectorFailed, 1),
            ],
            discarded.ToArray().Order(Comparer<DiscardCount>.Create((one, other) => one.Cause.CompareTo(other.Cause))));
    }

    [Fact]
    public void What_a_step_released_and_set_aside_is_not_said_again_by_the_next()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 10);
        letters.Ask();

        Assert.Equal(2, letters.Dispatcher.Dispatch("?!").SetAside.Length);
        Assert.Equal("(x)", letters.Inform("x"));

        Assert.Equal(1, letters.Dispatcher.Dispatch("!").SetAside.Length);
        Assert.Equal("one:a", letters.Dispatch("a"));
    }
}
