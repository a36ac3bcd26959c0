using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>Hands every event to one consumer: as many as it asked for to the one with the highest demand.</summary>
/// <remarks>
/// <para>
/// The consumers stand in descending order of their demand, among equals in the order they came to it. The first gets a
/// contiguous run, as far as its demand goes, and takes its new place. Each consumer's events are in order; between
/// consumers there is none. With n consumers, a request, an end and a run of events are O(log n).
/// </para>
/// <para>Law: available = Σ outstanding. Source: GenStage.DemandDispatcher 1.3.2.</para>
/// </remarks>
public sealed class DemandDispatcher<TEvent>(DemandDispatcherOptions<TEvent> options) : SharingDispatcher<TEvent>
{
    private readonly Sharers _sharers = new();
    private long? _usual = options.MaxDemand;
    private int? _shuffle = options.ShuffleSeed;

    /// <inheritdoc/>
    protected override long Available => _sharers.Outstanding;

    /// <inheritdoc/>
    protected override void Entered(Subscription subscription) => _sharers.Add(subscription);

    /// <inheritdoc/>
    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch)
    {
        _sharers.Change(subscription, demand);
        _usual ??= demand;
        if (demand > _usual)
        {
            dispatch.Notice = $"Expected requests for at most {_usual} events, got {demand} from {subscription.Id}. "
                + "Who asks for more is served first, and the others wait. Give all consumers the same max-demand.";
        }
    }

    /// <inheritdoc/>
    protected override void Left(Subscription subscription) => _sharers.Remove(subscription);

    /// <inheritdoc/>
    protected override void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        if (_shuffle is { } seed)
        {
            _shuffle = null;
            _sharers.Shuffle(seed);
        }

        while (!events.IsEmpty)
        {
            var highest = _sharers.Highest;
            var count = (int)Math.Min(events.Length, highest.Outstanding);
            dispatch.Deliver(highest, events[..count]);
            events = events[count..];
            _sharers.Change(highest, -count);
        }
    }
}
