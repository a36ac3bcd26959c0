using Party.Demand.Dispatching;
using Party.Tck.Running;

namespace Party.Tck;

/// <content>The rules, in the order of <c>docs/rules.md</c>.</content>
public abstract partial class DispatcherTck
{
    [Fact]
    public void D01_nothing_is_handed_on_or_asked_for_before_it_is_requested()
    {
        var all = SubscribeAll();

        Run.Settle();
        Run.Emit(Plain(5));

        Assert.All(all, consumer => Assert.Empty(consumer.Received));
        Assert.Equal((0L, 5), (Run.Owed, Run.Waiting.Count));
    }

    [Fact]
    public void D02_a_subscription_is_admitted_with_a_seat_or_refused_for_a_reason()
    {
        var all = RequestAll(4);
        var (owed, first) = (Run.Owed, all[0].Subscription);
        var twin = new TwinSubscription(Run.NextId(), first);

        var replaced = Run.Dispatcher.ReplacedBy(twin);
        var admission = Run.Dispatcher.Subscribe(twin);

        Assert.True(replaced is null || replaced == first, "Expected the subscription that it would replace.");
        Assert.Equal((0L, owed), (Run.Dispatcher.Unasked, Run.Dispatcher.Owed));
        if (admission.IsGranted)
        {
            Assert.Equal(first.Seat, twin.Seat);
            return;
        }

        Assert.False(string.IsNullOrWhiteSpace(admission.Reason), "Expected a refusal to give its reason.");
        Assert.Equal(-1, twin.Seat);
        Run.Emit(Plain((int)owed));
        Assert.NotEmpty(Run.HandedOn);
    }

    [Fact]
    public void D03_no_consumer_gets_more_than_it_requested()
    {
        var all = RequestAll(4);

        Run.Emit(Plain(50));

        Assert.All(all, consumer => Assert.InRange(consumer.Received.Count, 0, 4));
        Assert.Contains(all, consumer => consumer.Received.Count > 0);
    }

    [Fact]
    public void D04_events_are_numbered_from_one_without_a_gap()
    {
        var all = RequestAll(4);
        Run.Emit(Plain(2));
        Run.Emit(Plain(9, from: 10));

        Run.Cancel(all[0]);
        var next = Run.Subscribe(all[0].Index);
        foreach (var consumer in Run.Consumers.ToList())
        {
            Run.Request(consumer, 4);
        }

        Run.Emit(Plain(30, from: 30));

        Assert.All(Run.Consumers, one => Assert.Equal(one.Received.Count, one.Subscription.Sent));
        Assert.NotEmpty(next.Received);
    }

    [Fact]
    public void D05_what_is_requested_is_asked_of_the_producer()
    {
        RequestAll(4);

        Assert.Equal((Run.Demand, ReachesEveryConsumer ? 4 : 4 * Consumers), (Run.Owed, Run.Owed));
    }

    [Fact]
    public void D06_demand_is_asked_for_once()
    {
        RequestAll(4);

        Assert.Equal((0, 0L), (Run.Dispatcher.Ask().Total, Run.Dispatcher.Unasked));
    }

    [Fact]
    public void D07_cancelled_demand_is_not_asked_for_twice()
    {
        var all = RequestAll(4);
        var owed = Run.Owed;

        Run.Cancel(all[0]);
        var next = Run.Subscribe(0);
        Run.Request(next, 4);
        Assert.Equal((0, owed), (Run.LastAsked, Run.Owed));

        Run.Request(next, 1);
        Assert.Equal(Run.Demand - owed, Run.LastAsked);
    }

    [Fact]
    public void D08_what_was_asked_is_owed_until_it_comes()
    {
        RequestAll(4);
        var owed = Run.Owed;

        Run.Emit(Plain(1));
        Assert.Equal(owed - 1, Run.Dispatcher.AskAgain().Total);
        Assert.Equal((owed - 1, 0L), (Run.Dispatcher.Owed, Run.Dispatcher.Unasked));

        Run.Dispatcher.Dispatch(Plain(50));
        Assert.Equal((0L, 0), (Run.Dispatcher.Owed, Run.Dispatcher.AskAgain().Total));
    }

    [Fact]
    public void D09_what_nobody_asked_for_is_left_over_at_the_end()
    {
        RequestAll(4);
        var owed = (int)Run.Owed;

        var leftover = Run.Dispatcher.Dispatch(Plain(owed + 3)).Leftover;

        Assert.Equal(3, leftover);
    }

    [Fact]
    public void D10_an_offer_is_taken_as_far_as_there_is_demand()
    {
        var all = SubscribeAll();
        foreach (var consumer in all)
        {
            Run.Dispatcher.Request(consumer.Subscription, 4);
        }

        var unasked = (int)Run.Dispatcher.Unasked;
        Assert.Equal(3, Run.Dispatcher.Offer(Plain(unasked + 3)).Leftover);
        Assert.Equal(0, Run.Dispatcher.Owed);
    }

    [Fact]
    public void D11_an_event_reaches_one_consumer_or_every_one()
    {
        var all = RequestAll(4);
        var events = Plain((int)Run.Owed);

        Run.Emit(events);

        var copies = all.Sum(consumer => consumer.Received.Count) + (ReachesEveryConsumer ? 0 : Run.Inside);
        Assert.Equal(events.Length * (ReachesEveryConsumer ? Consumers : 1), copies);
    }

    [Fact]
    public void D12_a_consumer_gets_older_events_before_newer_ones()
    {
        var all = SubscribeAll();
        Run.Emit(Plain(6));
        var next = 100;
        foreach (var consumer in all.Concat(all))
        {
            Run.Request(consumer, 4);
            Run.Emit(Plain(3, from: next += 10));
        }

        Assert.Contains(all, consumer => consumer.Received.Count > 1);
        Assert.All(all, consumer => Assert.Equal(consumer.Received.Order(), consumer.Received));
    }

    [Fact]
    public void D13_what_waits_stays_when_its_consumer_leaves()
    {
        var all = SubscribeAll();
        Run.Request(all[^1], 4);
        var events = Enumerable.Range(0, 4).Select(number => 10 * number).ToArray();
        Run.Emit(events);

        foreach (var consumer in all)
        {
            Run.Cancel(consumer);
        }

        RequestAll(9);
        Assert.Superset(events.ToHashSet(), Run.HandedOn.ToHashSet());
        Assert.Equal((0, 0), (Run.Inside, Run.Waiting.Count));
    }

    [Fact]
    public void D14_a_message_comes_behind_everything_that_waits()
    {
        var all = SubscribeAll();
        Run.Request(all[^1], 4);
        Run.Emit(0, 10, 20, 30);
        var waits = Run.Inside > 0;

        Run.Inform("now");

        Assert.Equal(!waits, Run.Released is ["now"]);
        foreach (var consumer in all)
        {
            Run.Request(consumer, 9);
        }

        Assert.Equal(["now"], Run.Released);
    }

    [Fact]
    public void D15_a_selector_sees_an_event_once_and_none_that_is_left_over()
    {
        RequestAll(4);
        var owed = (int)Run.Owed;

        Run.Dispatcher.Dispatch(Plain(owed + 3));

        var taken = Plain(owed);
        Assert.Equal(taken.Length * SelectionsPerEvent, _selected.Count);
        Assert.All(_selected.CountBy(item => item), seen => Assert.Equal(SelectionsPerEvent, seen.Value));
        Assert.Subset(taken.ToHashSet(), _selected.ToHashSet());
    }

    [Fact]
    public void D16_a_selector_that_throws_sets_its_event_aside_and_no_other()
    {
        var all = RequestAll(4);

        Run.Emit(0, Throwing, 10);

        Assert.Equal(SelectionsPerEvent, Run.SetAside.Count);
        Assert.All(Run.SetAside, one => Assert.Equal((Throwing, DiscardCause.SelectorFailed), (one.Item, one.Cause)));
        Assert.All(Run.SetAside, one => Assert.IsType<FormatException>(one.Error));
        Assert.Equal(SelectionsPerEvent, Run.Dispatcher.Discarded[DiscardCause.SelectorFailed]);
        Assert.Superset(new HashSet<int> { 0, 10 }, Run.HandedOn.ToHashSet());
        Assert.All(all, consumer => Assert.Equal(consumer.Requested - consumer.Received.Count, consumer.Outstanding));
    }

    [Fact]
    public void D17_demand_that_nobodys_event_took_is_given_back()
    {
        RequestAll(4);

        Run.Emit([.. Enumerable.Range(0, (int)Run.Owed).Select(number => 10 * number + Nobodys)]);

        Assert.Equal(Run.Demand, Run.Owed);
    }

    [Fact]
    public void D18_an_array_that_was_handed_on_is_not_touched_again()
    {
        RequestAll(4);
        Run.Emit(Plain((int)Run.Owed));

        foreach (var consumer in Run.Consumers.ToList())
        {
            Run.Request(consumer, 9);
            Run.Emit(Plain(9, from: 100 * (consumer.Index + 1)));
        }

        Run.CheckArrays();
    }

    [Fact]
    public void D19_demand_that_one_call_cannot_carry_is_asked_for_in_the_next()
    {
        foreach (var consumer in SubscribeAll())
        {
            Run.Dispatcher.Request(consumer.Subscription, int.MaxValue);
            Run.Dispatcher.Request(consumer.Subscription, int.MaxValue);
        }

        var unasked = Run.Dispatcher.Unasked;
        var asked = Run.Dispatcher.Ask().Total;

        Assert.Equal((int)Math.Min(unasked, int.MaxValue), asked);
        Assert.Equal((asked, unasked - asked), (Run.Dispatcher.Owed, Run.Dispatcher.Unasked));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void D20_the_accounts_close_after_every_step_of_a_random_life(int seed)
    {
        var walk = new DispatcherWalk(Run, Consumers, new(seed));

        walk.Take(steps: 200);
        walk.Flush();

        Run.CheckArrays();
        Assert.Equal((0, 0), (Run.Inside, Run.Waiting.Count));
        Assert.DoesNotContain(Run.Waiting, _selected.Contains);
    }
}
