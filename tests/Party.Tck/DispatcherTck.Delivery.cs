using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Tck.Running;

namespace Party.Tck;

/// <content>The rules of at-least-once delivery: what was sent and not confirmed, and what it was made of.</content>
public abstract partial class DispatcherTck
{
    [Fact]
    public void D21_its_seating_says_who_may_get_what_was_not_confirmed()
    {
        var all = SubscribeAll();
        var seating = Run.Dispatcher.Seating;

        var stranger = Run.TrySubscribe(0);

        Assert.Equal(ReachesEveryConsumer, seating == Seating.Copied);
        Assert.Equal(seating == Seating.Exclusive, stranger is null);
        Assert.Equal(all[0].Subscription.Seat, stranger?.Subscription.Seat ?? all[0].Subscription.Seat);
    }

    [Fact]
    public void D22_what_comes_back_goes_to_its_seat_in_order_as_far_as_wanted()
    {
        var all = RequestAll(4);
        if (Run.Dispatcher.Seating is Seating.Copied or Seating.Keyed)
        {
            // The stage itself hands it to the one consumer that may get it, or gives it back to the dispatcher.
            return;
        }

        var there = all.Where(consumer => consumer.Subscription.Seat == all[0].Subscription.Seat).ToList();
        var back = Plain((4 * there.Count) + 3);

        var left = Run.Redeliver(all[0].Subscription.Seat, back);

        Assert.Equal(3, left);
        Assert.Equal(back[..^3], there.SelectMany(consumer => consumer.Received).Order());
        Assert.All(all.Except(there), consumer => Assert.Empty(consumer.Received));
    }

    [Fact]
    public void D23_what_comes_back_is_not_selected_and_takes_demand_once()
    {
        var all = RequestAll(4);
        if (Run.Dispatcher.Seating is Seating.Copied or Seating.Keyed)
        {
            return;
        }

        var owed = Run.Owed;

        Run.Redeliver(all[0].Subscription.Seat, Throwing, Nobodys);
        Assert.Empty(_selected);
        Assert.Equal((owed, 0), (Run.Owed, Run.SetAside.Count));

        // What was asked of the producer in their place pays for what their consumers want next.
        foreach (var consumer in all.Where(consumer => consumer.Received.Count > 0).ToList())
        {
            Run.Request(consumer, consumer.Received.Count);
        }

        Assert.Equal((Run.Demand, owed), (Run.Owed, Run.Owed));
    }

    [Fact]
    public void D24_every_event_is_handed_on_with_what_it_was_made_of()
    {
        var all = SubscribeAll();
        Run.Request(all[^1], 4);
        Origin[] origins = [new(), new(), new()];
        Run.EmitOf(origins[0], 0, 10, 20, 30);
        Run.EmitOf(origins[1], 30 + Throwing, 30 + Nobodys, 41, 42);
        Run.EmitOf(origins[2], 43, 44);

        foreach (var consumer in all)
        {
            Run.Request(consumer, 20);
        }

        Assert.All(origins, static origin => Assert.True(origin.IsDone, "Expected all that was made of it to end."));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void D25_a_stage_delivers_at_least_once_by_it_in_a_random_life(int seed)
    {
        var walk = new DeliveryWalk(
            seed, new Made(Create), Run.Dispatcher.Seating, isEveryEventWanted: SelectionsPerEvent == 0, OptionsOf);

        walk.Take(steps: 200);

        walk.Flush();
    }

    private sealed record Made(Func<IDispatcher<int>> Create) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => Create();
    }
}
