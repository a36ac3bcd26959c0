using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;
using Xunit.Sdk;

namespace Party.Tck.Tests;

/// <summary>The rules tell a wrong dispatcher from a right one.</summary>
public sealed class DefectTests
{
    private delegate void Wrong(
        IReadOnlyList<Subscription> to, ReadOnlySpan<int> events, DispatchBuilder<int> dispatch);

    [Fact]
    public void Demand_that_is_never_asked_for_breaks_rule_5() =>
        ExpectBroken(tck => tck.D05_what_is_requested_is_asked_of_the_producer(), new Sharing { Sees = _ => 0 });

    [Fact]
    public void Demand_that_outlives_its_consumer_breaks_rule_7() =>
        ExpectBroken(tck => tck.D07_cancelled_demand_is_not_asked_for_twice(), new Sharing { IsForgetful = true });

    [Fact]
    public void Events_that_are_kept_break_rule_11() =>
        ExpectBroken(
            tck => tck.D11_an_event_reaches_one_consumer_or_every_one(),
            new Sharing { Hands = (to, events, dispatch) => Hand(to, events[1..], dispatch) });

    [Fact]
    public void Events_handed_on_twice_break_rule_11() =>
        ExpectBroken(
            tck => tck.D11_an_event_reaches_one_consumer_or_every_one(),
            new Sharing { Hands = (to, events, dispatch) => to.ToList().ForEach(_ => Hand(to, [3], dispatch)) });

    [Fact]
    public void The_newest_event_first_breaks_rule_12() =>
        ExpectBroken(
            tck => tck.D12_a_consumer_gets_older_events_before_newer_ones(),
            new Sharing { Hands = (to, events, dispatch) => Hand(to, [.. events.ToArray().Reverse()], dispatch) });

    [Fact]
    public void An_array_that_is_used_again_breaks_rule_18()
    {
        var array = new int[1];

        ExpectBroken(
            tck => tck.D18_an_array_that_was_handed_on_is_not_touched_again(),
            new Sharing
            {
                Hands = (to, events, dispatch) =>
                {
                    foreach (var item in events)
                    {
                        array[0] = item;
                        dispatch.DeliverShared(to.First(consumer => consumer.Outstanding > 0), array);
                    }
                },
            });
    }

    [Fact]
    public void A_selector_that_is_called_twice_breaks_rule_15() =>
        ExpectBroken(
            tck => tck.D15_a_selector_sees_an_event_once_and_none_that_is_left_over(),
            place: (select, item) => Math.Max(select(item), select(item)));

    [Fact]
    public void A_failure_that_is_swallowed_breaks_rule_16() =>
        ExpectBroken(
            tck => tck.D16_a_selector_that_throws_sets_its_event_aside_and_no_other(),
            place: (select, item) =>
            {
                try
                {
                    return select(item);
                }
                catch (FormatException)
                {
                    return 0;
                }
            });

    [Fact]
    public void A_seat_that_nobody_shares_by_its_word_only_breaks_rule_21() =>
        ExpectBroken(
            tck => tck.D21_its_seating_says_who_may_get_what_was_not_confirmed(),
            new Wrapper { Seating = Seating.Exclusive });

    [Fact]
    public void An_event_that_came_back_and_is_kept_breaks_rule_22() =>
        ExpectBroken(
            tck => tck.D22_what_comes_back_goes_to_its_seat_in_order_as_far_as_wanted(),
            new Wrapper { Returns = (inner, events) => inner.Redeliver(0, events[1..], null) });

    [Fact]
    public void What_comes_back_to_be_owed_once_more_breaks_rule_23() =>
        ExpectBroken(
            tck => tck.D23_what_comes_back_is_not_selected_and_takes_demand_once(),
            new Wrapper { Returns = (inner, events) => inner.Dispatch(events) });

    [Fact]
    public void An_origin_that_is_forgotten_breaks_rule_24() =>
        ExpectBroken(
            tck => tck.D24_every_event_is_handed_on_with_what_it_was_made_of(),
            new Wrapper { IsForgetful = true });

    private static void Hand(
        IReadOnlyList<Subscription> to, ReadOnlySpan<int> events, DispatchBuilder<int> dispatch)
    {
        for (var index = 0; index < events.Length; index++)
        {
            dispatch.Deliver(to.First(consumer => consumer.Outstanding > 0), events.Slice(index, 1));
        }
    }

    private static void ExpectBroken(Action<DispatcherTck> rule, IDispatcher<int> dispatcher) =>
        Assert.ThrowsAny<XunitException>(() => rule(new Sharer(dispatcher)));

    private static void ExpectBroken(Action<DispatcherTck> rule, Func<Func<int, int>, int, int> place) =>
        Assert.ThrowsAny<XunitException>(() => rule(new Partitioner(place)));

    private sealed class Sharer(IDispatcher<int> dispatcher) : DispatcherTck
    {
        protected override IDispatcher<int> Create() => dispatcher;
    }

    private sealed class Partitioner(Func<Func<int, int>, int, int> place) : DispatcherTck
    {
        protected override int SelectionsPerEvent => 1;

        protected override IDispatcher<int> Create() => new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(3),
            Selector = PartitionSelector.ByIndex<int>(item => place(Place, item)),
        }.Build();
    }

    // Right, but for what it is told to do wrong.
    private sealed class Sharing : SharingDispatcher<int>
    {
        private long _forgotten;

        public Func<long, long> Sees { get; init; } = available => available;

        public Wrong Hands { get; init; } = Hand;

        public bool IsForgetful { get; init; }

        protected override long Available =>
            Sees(_forgotten + Subscriptions.Sum(consumer => consumer.Outstanding));

        protected override void Entered(Subscription subscription)
        {
        }

        protected override void Granted(Subscription subscription, long demand, DispatchBuilder<int> dispatch)
        {
        }

        protected override void Left(Subscription subscription) =>
            _forgotten += IsForgetful ? subscription.Outstanding : 0;

        protected override void Share(ReadOnlySpan<int> events, DispatchBuilder<int> dispatch) =>
            Hands(Subscriptions, events, dispatch);
    }
}
