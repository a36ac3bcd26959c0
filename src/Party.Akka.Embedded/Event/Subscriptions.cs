using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Who wants events of which types. Changes are rare and lock; look-ups are frequent and remembered.</summary>
internal sealed class Subscriptions
{
    private readonly Lock _lock = new();
    private readonly List<Subscription> _all = [];

    // Subscribers by the exact type of an event; replaced whenever a subscription changes.
    private volatile ConcurrentDictionary<Type, IActorRef[]> _known = new();

    public IActorRef[] To(Type eventType) =>
        _known.TryGetValue(eventType, out var subscribers) ? subscribers : Find(eventType);

    public bool Add(IActorRef subscriber, Type channel) => Change(() =>
    {
        var isNew = !_all.Exists(subscription => subscription.IsOf(subscriber, channel));
        if (isNew)
        {
            _all.Add(new(subscriber, channel));
        }

        return isNew;
    });

    public bool RemoveAll(IActorRef subscriber) =>
        Change(() => _all.RemoveAll(subscription => subscription.IsOf(subscriber)) > 0);

    public bool Remove(IActorRef subscriber, Type channel) => Change(() =>
    {
        if (_all.RemoveAll(subscription => subscription.IsOf(subscriber, channel)) > 0)
        {
            return true;
        }

        var wider = _all.FindAll(subscription => subscription.IsOf(subscriber) && subscription.Covers(channel));
        wider.ForEach(subscription => subscription.Except.Add(channel));
        return wider.Count > 0;
    });

    private IActorRef[] Find(Type eventType)
    {
        lock (_lock)
        {
            return _known.GetOrAdd(eventType, [.. _all.Where(subscription => subscription.Covers(eventType))
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

    private sealed record Subscription(IActorRef Subscriber, Type Channel)
    {
        // Types cut out of this subscription.
        public HashSet<Type> Except { get; } = [];

        public bool IsOf(IActorRef subscriber) => Subscriber.Equals(subscriber);

        public bool IsOf(IActorRef subscriber, Type channel) => Channel == channel && IsOf(subscriber);

        public bool Covers(Type eventType) => Channel.IsAssignableFrom(eventType) && !Except.Contains(eventType);
    }
}
