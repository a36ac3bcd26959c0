using System.Collections.Immutable;
using Party.Demand.Buffering;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Buffering;

public sealed class SharedEventsTests
{
    [Fact]
    public void The_array_is_given_back_when_all_have_given_it_back()
    {
        var share = new SharedEvents<Kept>([new(), new()], new(), holders: 3);
        var array = share.Events.Array!;

        share.GiveBack(share.Events);
        share.GiveBack(share.Events);
        Assert.NotNull(array[1]);
        share.GiveBack(share.Events);

        // What is given back holds no event any more.
        Assert.All(array, Assert.Null);
    }

    [Fact]
    public void Nobody_is_no_holder() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedEvents<char>("a", new(), holders: 0));

    [Fact]
    public void A_broadcast_counts_those_that_get_everything()
    {
        var dispatcher = new BroadcastDispatcherOptions<Kept>
        {
            Selectors = ImmutableDictionary<string, Func<Kept, bool>>.Empty.Add("none", static _ => false),
        }.Build();
        Subscription[] consumers = [.. new[] { null, "none", null, null }
            .Select(static (name, id) => new Subscription(new(id + 1), new() { Selector = name }))];
        foreach (var one in consumers)
        {
            dispatcher.Subscribe(one);
            dispatcher.Request(one, 1);
        }

        var deliveries = dispatcher.Dispatch([new()]).Deliveries.ToArray();

        Assert.Equal([consumers[0], consumers[2], consumers[3]], deliveries.Select(static one => one.To));
        var array = deliveries[0].Events.Array!;
        foreach (var one in deliveries)
        {
            Assert.NotNull(array[0]);
            Assert.Same(array, one.Events.Array);
            one.Owner!.GiveBack(one.Events);
        }

        Assert.Null(array[0]);
    }

    private sealed class Kept;
}
