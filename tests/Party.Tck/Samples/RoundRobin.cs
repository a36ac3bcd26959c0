using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Tck.Samples;

/// <summary>A dispatcher of one's own: every consumer that has demand gets one event in turn.</summary>
public sealed class RoundRobin<TEvent> : SharingDispatcher<TEvent>
{
    // Whose turn it is, first; the order of the others is that of their turns.
    private readonly LinkedList<Subscription> _turns = new();

    /// <inheritdoc/>
    protected override long Available => Subscriptions.Sum(consumer => consumer.Outstanding);

    /// <inheritdoc/>
    protected override void Entered(Subscription subscription) => _turns.AddLast(subscription);

    /// <inheritdoc/>
    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch)
    {
    }

    /// <inheritdoc/>
    protected override void Left(Subscription subscription) => _turns.Remove(subscription);

    /// <inheritdoc/>
    protected override void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        for (var index = 0; index < events.Length; index++)
        {
            dispatch.Deliver(Next(), events.Slice(index, 1));
        }
    }

    private Subscription Next()
    {
        var next = _turns.First(consumer => consumer.Outstanding > 0);
        _turns.Remove(next);
        _turns.AddLast(next);
        return next;
    }
}
