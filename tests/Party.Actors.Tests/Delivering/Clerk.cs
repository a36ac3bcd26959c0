using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Confirms and rejects what it is told, and fails where it is told to.</summary>
internal sealed class Clerk : Consumer<int>
{
    private readonly IActorRef _test;
    private readonly SubscriptionMode _mode;
    private SubscriptionId _id;

    public Clerk(IActorRef test, SubscribeTo to, SubscriptionMode mode = SubscriptionMode.Automatic)
        : base(to)
    {
        (_test, _mode) = (test, mode);
        Receive<Sign>(sign => Sender.Tell(Confirm(sign.Id ?? _id, sign.Number)));
        Receive<Return>(back => Sender.Tell(Reject(back.Id ?? _id, back.Number)));
        Receive<long[]>(numbers => Array.ForEach(numbers, number => Confirm(_id, number)));
        Receive<int>(demand => Request(_id, demand));
        Receive<Exception>(error => throw error);
    }

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        _id = subscription.Id;
        return _mode;
    }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _test.Tell($"{string.Join(' ', events.ToArray())} from {Number} ({Attempt})");
        for (var index = 0; index < events.Length; index++)
        {
            if (events[index] < 0)
            {
                Confirm(_id, Number + index);
            }
        }

        if (events.Contains(13))
        {
            throw new InvalidOperationException("13");
        }
    }

    /// <summary>Tells it to confirm an event.</summary>
    internal sealed record Sign(long Number, SubscriptionId? Id = null);

    /// <summary>Tells it to reject an event.</summary>
    internal sealed record Return(long Number, SubscriptionId? Id = null);
}
