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
        if (subscriber is IInternalActorRef { Itself: LocalActorRef actor })
        {
            actor.Cell.IsSubscribed = true;
        }

        Trace(subscriber, $"subscribing {subscriber} to channel {channel}");
        return base.Subscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        Trace(subscriber, $"unsubscribing {subscriber} from channel {channel}");
        return base.Unsubscribe(subscriber, channel);
    }

    /// <inheritdoc/>
    public override bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        Trace(subscriber, $"unsubscribing {subscriber} from all channels");
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

    private void Trace(IActorRef subscriber, string text)
    {
        if (_debug)
        {
            Publish(new Debug(subscriber.Path.ToString(), GetType(), text));
        }
    }
}
