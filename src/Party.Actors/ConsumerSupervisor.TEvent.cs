using System.Diagnostics;
using Akka.Actor;
using Party.Actors.Consuming;
using Party.Actors.Supervising;

namespace Party.Actors;

/// <summary>A consumer that starts a child for every event, and supervises them.</summary>
/// <remarks>
/// <para>
/// An event is handled when its child has ended for good: at most max-demand children of a subscription run at once,
/// and once min-demand or less are running or on their way, as many events are asked for as are missing. A child that
/// is being restarted runs. What is said to the producer as handled goes up to the first event that is not.
/// </para>
/// <para>
/// It takes the messages of a <see cref="DynamicSupervisor"/>. A child that is started by message belongs to no
/// subscription, and counts in no demand. When a producer goes, the children of its events go on; where the
/// subscription was permanent, and ended well, the supervisor shuts down in order. Events whose children a shutdown or
/// a restart of the supervisor ends are lost, and their producer counts them; delivered at least once, they come again.
/// </para>
/// </remarks>
public sealed class ConsumerSupervisor<TEvent> : ConsumerStage<TEvent>, IEventHandler<TEvent>, IChildSupervisor
{
    private readonly Func<TEvent, Props?> _child;
    private readonly ChildKeeper _children;

    /// <summary>A supervisor without children; <see cref="ConsumerSupervisor"/> makes it.</summary>
    public ConsumerSupervisor(ConsumerSupervisorOptions<TEvent> options)
        : base([.. options.Subscriptions])
    {
        _child = options.Child;
        _children = new(Context, options, options.Restart, Finish) { Specs = 1 };
    }

    bool IEventHandler<TEvent>.IsSupervisor => true;

    bool IEventHandler<TEvent>.TryStopInOrder()
    {
        _children.Shutdown();
        return true;
    }

    /// <inheritdoc/>
    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription) => SubscriptionMode.Manual;

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => _children.Strategy;

    /// <summary>Takes what concerns children; the rest is the protocol's.</summary>
    protected override bool AroundReceive(Receive receive, object message) =>
        _children.TryReceive(message, Sender) || base.AroundReceive(receive, message);

    private protected override void Check(SubscribeTo to) => ByHand.Refuse(
        to, "a consumer supervisor", "An event is confirmed when its child has ended for good. Set confirmation.");

    private protected override void Handle(ReadOnlySpan<TEvent> events)
    {
        if (From is not { Id: var id } || _children.IsShuttingDown)
        {
            return;
        }

        var number = Side.Keep(id, events.Length);
        foreach (var item in events)
        {
            Start(new(id, number++, item));
        }

        Side.Ask(id);
    }

    private protected override ValueTask HandleAsync(
        IReadOnlyList<TEvent> events, CancellationToken cancellationToken) => throw new UnreachableException();

    private void Start(ChildEvent<TEvent> origin)
    {
        try
        {
            if (_child(origin.Item) is { } props)
            {
                _children.Start(props, origin: origin);
                return;
            }

            _children.Ignore(origin);
        }
        catch (Exception error)
        {
            _children.GiveUp(origin, error);
        }

        Side.TryFinish(origin.Id, origin.Number);
    }

    // What a shutdown ended was not finished.
    private void Finish(Child child)
    {
        if (child.Origin is ChildEvent<TEvent> origin && !(_children.IsShuttingDown && child.IsStopping))
        {
            Side.TryFinish(origin.Id, origin.Number);
            Side.Ask(origin.Id);
        }
    }
}
