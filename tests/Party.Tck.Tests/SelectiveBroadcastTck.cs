using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Tck.Tests;

/// <summary>Two of the three consumers choose.</summary>
public sealed class SelectiveBroadcastTck : DispatcherTck
{
    protected override bool ReachesEveryConsumer => true;

    protected override int SelectionsPerEvent => 2;

    protected override IDispatcher<int> Create() => new BroadcastDispatcherOptions<int>
    {
        Selectors = ImmutableDictionary<string, Func<int, bool>>.Empty.Add("some", Wants),
    }.Build();

    protected override SubscriptionOptions OptionsOf(int consumer) =>
        new() { Selector = consumer > 0 ? "some" : null };
}
