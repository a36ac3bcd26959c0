using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;

namespace Party.Samples.RateLimiter;

/// <summary>Takes only so many events of each producer in so much time, however fast they could be had.</summary>
public sealed class RateLimiter : Consumer<int>, IWithTimers
{
    private readonly Dictionary<SubscriptionId, int> _used = [];
    private readonly Rate _rate;
    private readonly TextWriter _output;

    /// <summary>A limiter.</summary>
    /// <param name="rate">What it takes of each producer.</param>
    /// <param name="output">Where it prints to.</param>
    /// <param name="subscriptions">The producers.</param>
    public RateLimiter(Rate rate, TextWriter output, params SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
        _rate = rate;
        _output = output;
        Receive<SubscriptionId>(Refill);
    }

    /// <summary>Its timers, one for each producer.</summary>
    public ITimerScheduler Timers { get; set; } = null!;

    protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
    {
        _used[subscription.Id] = _rate.Events;
        Self.Tell(subscription.Id);
        Timers.StartPeriodicTimer(subscription.Id, subscription.Id, _rate.Interval);
        return SubscriptionMode.Manual;
    }

    protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
    {
        _used.Remove(subscription.Id);
        Timers.Cancel(subscription.Id);
    }

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _output.WriteLine(string.Join(' ', events.ToArray()));
        if (From is { } from)
        {
            _used[from.Id] += events.Length;
        }
    }

    // What has been used up is asked for again; what has not come yet is asked for already.
    private void Refill(SubscriptionId id)
    {
        if (_used.TryGetValue(id, out var used))
        {
            _used[id] = 0;
            Request(id, used);
        }
    }
}
