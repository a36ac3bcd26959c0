using Party.Actors;

namespace Party.Hosting.Tests;

/// <summary>Subscribes, and never asks for anything.</summary>
internal sealed class Idler(params SubscribeTo[] subscriptions) : Consumer<int>(subscriptions)
{
    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription) => SubscriptionMode.Manual;

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
    }
}
