using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Who wants events of which types. Changes are rare and lock; look-ups are frequent and remembered.</summary>
internal sealed class Subscriptions
{
    private readonly Lock _lock = new();

    // By channel, in the order in which channels were first subscribed to. A channel stays when its last subscriber
    // has gone: whoever unsubscribes from it then cuts nothing out of wider subscriptions.
    private readonly OrderedDictionary<Type, List<Subscription>> _channels = [];

    // Subscribers by the exact type of an event; replaced whenever a subscription changes.
    private volatile ConcurrentDictionary<Type, IActorRef[]> _known = new();

    public IActorRef[] To(Type eventType) =>
        _known.TryGetValue(eventType, out var subscribers) ? subscribers : Find(eventType);

    public bool Add(IActorRef subscriber, Type channel) => Change(() =>
    {
        if (!_channels.TryGetValue(channel, out var subscriptions))
        {
            _channels.Add(channel, subscriptions = []);
        }

        var isNew = !subscriptions.Exists(subscription => subscription.IsOf(subscriber));
        if (isNew)
        {
            subscriptions.Add(new(subscriber));
        }

        return isNew;
    });

    public bool RemoveAll(IActorRef subscriber) =>
        Change(() => _channels.Values.Sum(subscriptions => Remove(subscriptions, subscriber)) > 0);

    /// <summary>Ends a subscription, or cuts a channel that nobody ever asked for out of wider ones.</summary>
    public bool Remove(IActorRef subscriber, Type channel) => Change(() =>
    {
        if (_channels.TryGetValue(channel, out var subscriptions))
        {
            return Remove(subscriptions, subscriber) > 0;
        }

        var wider = _channels
            .Where(entry => entry.Key.IsAssignableFrom(channel))
            .SelectMany(entry => entry.Value)
            .Where(subscription => subscription.IsOf(subscriber))
            .ToList();
        wider.ForEach(subscription => subscription.Except.Add(channel));
        return wider.Count > 0;
    });

    private static int Remove(List<Subscription> subscriptions, IActorRef subscriber) =>
        subscriptions.RemoveAll(subscription => subscription.IsOf(subscriber));

    private IActorRef[] Find(Type eventType)
    {
        lock (_lock)
        {
            return _known.GetOrAdd(eventType, [.. _channels
                .Where(entry => entry.Key.IsAssignableFrom(eventType))
                .SelectMany(entry => entry.Value)
                .Where(subscription => !subscription.Excludes(eventType))
                .Select(subscription => subscription.Subscriber)
                .Distinct()]);
        }
    }

    private bool Change(Func<bool> change)
    {
        lock (_lock)
        {
            var hasChanged = change();
            if (hasChanged)
            {
                _known = new();
            }

            return hasChanged;
        }
    }

    private sealed record Subscription(IActorRef Subscriber)
    {
        // Types cut out of this subscription, with all that is derived from them.
        public HashSet<Type> Except { get; } = [];

        public bool IsOf(IActorRef subscriber) => Subscriber.Equals(subscriber);

        public bool Excludes(Type eventType) => Except.Any(cut => cut.IsAssignableFrom(eventType));
    }
}
