using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Tells a test of its batches and of the ends of its subscriptions.</summary>
internal sealed class Follower : Consumer<int>
{
    private readonly IActorRef _test;

    public Follower(IActorRef test, params SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
        _test = test;
        Receive<string>(text => Sender.Tell($"heard {text}"));
        Receive<SubscribeTo>(to => Sender.Tell(Subscribe(to)));
        Receive<Exception>(error => throw error);
        Receive<SubscriptionId>(id => Cancel(id, EndReason.Normal));
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
        _test.Tell($"{cancellation.Reason.Text}{(cancellation.SubscribesAgain ? ", for now" : "")}");

    protected override void HandleEvents(ReadOnlySpan<int> events) => _test.Tell(string.Join(' ', events.ToArray()));
}
