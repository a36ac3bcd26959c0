using Party.Demand.Subscriptions;
using Party.Tck.Samples;

namespace Party.Tck.Tests;

public sealed class RoundRobinTests
{
    [Fact]
    public void Consumers_with_demand_take_turns()
    {
        var dispatcher = new RoundRobinOptions<char>().Build();
        Subscription[] consumers = [new(new(1), new()), new(new(2), new()), new(new(3), new())];
        foreach (var consumer in consumers)
        {
            dispatcher.Subscribe(consumer);
        }

        dispatcher.Request(consumers[0], 1);
        dispatcher.Request(consumers[2], 3);
        var dispatch = dispatcher.Dispatch("abcde");

        Assert.Equal(
            ["#1 a", "#3 b", "#3 c", "#3 d"],
            dispatch.Deliveries.ToArray().Select(one => $"{one.To.Id} {string.Concat(one.Events)}"));
        Assert.Equal(1, dispatch.Leftover);
    }
}
