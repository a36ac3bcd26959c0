using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Producing;

/// <summary>A subscription as the producing stage sees it: the books, and whose they are.</summary>
internal sealed class ConsumerLink : Subscription
{
    // The last two that were sent. The older has most likely been handled.
    private Events? _latest;
    private Events? _older;

    /// <summary>A subscription of a consumer.</summary>
    public ConsumerLink(IActorRef consumer, SubscriptionId id, SubscriptionOptions options)
        : base(id, options)
    {
        Consumer = consumer;
        IsRetained = options.Delivery == DeliveryMode.AtLeastOnce;
        Next = Previous = this;
    }

    /// <summary>The stage that the events go to.</summary>
    public IActorRef Consumer { get; }

    /// <inheritdoc/>
    public override object Holder => Consumer;

    /// <summary>Whether its events are kept until they are confirmed.</summary>
    public bool IsRetained { get; }

    /// <summary>Whether they are confirmed, or given back, one by one.</summary>
    public bool IsByHand => IsRetained && Options.Confirmation == Confirmation.ByHand;

    /// <summary>The same, as the stage sees it.</summary>
    public ConsumerSubscription Public => new(Id, Consumer, Options);

    /// <summary>The consumer's next subscription, or its first; see <see cref="ConsumerLinks"/>.</summary>
    public ConsumerLink Next { get; set; }

    /// <summary>The consumer's subscription before this, or its last.</summary>
    public ConsumerLink Previous { get; set; }

    /// <summary>Another consumer's subscription of the same name; null where there is none.</summary>
    public ConsumerLink? Namesake { get; set; }

    /// <summary>A message with events for the consumer: one that it has given back, if there is any.</summary>
    public Events<TEvent> Pack<TEvent>(in Delivery<TEvent> delivery)
    {
        var owner = IsRetained ? null : delivery.Owner;
        (_latest, _older) = (_older, _latest);
        if (_latest is Events<TEvent> spent
            && spent.TryReuse(delivery.First, delivery.Events, owner, delivery.Attempt))
        {
            return spent;
        }

        var fresh = new Events<TEvent>(Id, delivery.First, delivery.Events, owner, delivery.Attempt);
        _latest = fresh;
        return fresh;
    }

    /// <summary>For logs: the subscription, its consumer and its partition.</summary>
    public override string ToString() => Options.Partition is { } partition
        ? $"{Id} of {Consumer.Path} to {partition}"
        : $"{Id} of {Consumer.Path}";
}
