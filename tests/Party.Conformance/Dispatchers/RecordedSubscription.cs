using Party.Demand.Subscriptions;

namespace Party.Conformance.Dispatchers;

/// <summary>A subscription of a recorded process.</summary>
public sealed class RecordedSubscription(string name, string process, int number, SubscriptionOptions options)
    : Subscription(new(number), options)
{
    public string Name => name;

    public override object Holder => process;
}
