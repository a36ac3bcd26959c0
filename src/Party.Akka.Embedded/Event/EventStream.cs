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
        Trace(subscriber, "subscribing {0} to channel {1}", channel);
        if (subscriber is not IInternalActorRef { Itself: LocalActorRef { Cell: { } cell } })
        {
            return base.Subscribe(subscriber, channel);
        }

        cell.IsSubscribed = true;
        var hasChanged = base.Subscribe(subscriber, channel);
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
        Trace(subscriber, "unsubscribing {0} from channel {1}", channel);
        return base.Unsubscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        Trace(subscriber, "unsubscribing {0} from all channels");
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

    private void Trace(IActorRef subscriber, string text, Type? channel = null)
    {
        if (_debug)
        {
            var message = DefaultLogMessageFormatter.Instance.Format(text, subscriber, channel ?? typeof(object));
            Publish(new Debug(subscriber.Path.ToString(), GetType(), message));
        }
    }
}
