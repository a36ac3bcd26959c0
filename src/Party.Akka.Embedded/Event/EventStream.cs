using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Actor.References;

namespace Akka.Event;

/// <summary>The bus of a system: its own events, and those of whoever wants to publish some.</summary>
/// <remarks>An actor that has ended is no longer subscribed.</remarks>
public class EventStream : LoggingBus
{
    private readonly bool _debug;

    /// <summary>A stream that logs changes of its subscriptions, if <paramref name="debug"/> is true.</summary>
    public EventStream(bool debug) => _debug = debug;

    /// <inheritdoc/>
    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (subscriber is not IInternalActorRef { Itself: LocalActorRef { Cell: { } cell } })
        {
            return Subscribed(subscriber, channel);
        }

        cell.IsSubscribed = true;
        var hasChanged = Subscribed(subscriber, channel);
        if (cell.IsTerminated)
        {
            Forget(cell);
        }

        return hasChanged;
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug)
        {
            Trace($"unsubscribing {subscriber} from channel {channel}");
        }

        return base.Unsubscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        if (_debug)
        {
            Trace($"unsubscribing {subscriber} from all channels");
        }

        return base.Unsubscribe(subscriber);
    }

    /// <summary>Ends the subscriptions of an actor that has ended.</summary>
    internal void Forget(ActorCell ended)
    {
        if (ended.IsSubscribed)
        {
            base.Unsubscribe(ended.Self);
        }
    }

    private bool Subscribed(IActorRef subscriber, Type channel)
    {
        var hasChanged = base.Subscribe(subscriber, channel);
        if (_debug)
        {
            Trace($"subscribing {subscriber} to channel {channel}");
        }

        return hasChanged;
    }
}
