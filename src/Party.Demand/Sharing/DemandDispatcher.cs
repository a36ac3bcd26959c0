using System.Diagnostics;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>Hands every event to one consumer: as many as it asked for to the one with the highest demand.</summary>
/// <remarks>
/// <para>
/// The consumers stand in descending order of their demand, among equals in the order they came to it. The first gets a
/// contiguous run, as far as its demand goes, and takes its new place. Each consumer's events are in order; between
/// consumers there is none.
/// </para>
/// <para>Law: available = Σ outstanding. Source: GenStage.DemandDispatcher 1.3.2.</para>
/// </remarks>
public sealed class DemandDispatcher<TEvent>(DemandDispatcherOptions<TEvent> options) : SharingDispatcher<TEvent>
{
    // Highest demand first.
    private readonly List<Subscription> _order = [];
    private long _available;
    private long? _usual = options.MaxDemand;
    private int? _shuffle = options.ShuffleSeed;

    /// <inheritdoc/>
    protected override long Available => _available;

    /// <inheritdoc/>
    protected override void Entered(Subscription subscription) => _order.Add(subscription);

    /// <inheritdoc/>
    protected override void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch)
    {
        _available += demand;
        Reorder(_order.IndexOf(subscription));
        _usual ??= demand;
        if (demand > _usual)
        {
            dispatch.Notice = $"Expected requests for at most {_usual} events, got {demand} from {subscription.Id}. "
                + "Who asks for more is served first, and the others wait. Give all consumers the same max-demand.";
        }
    }

    /// <inheritdoc/>
    protected override void Left(Subscription subscription)
    {
        _order.Remove(subscription);
        _available -= subscription.Outstanding;
    }

    /// <inheritdoc/>
    protected override void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch)
    {
        Shuffle();
        _available -= events.Length;
        while (!events.IsEmpty)
        {
            var highest = _order[0];
            var count = (int)Math.Min(events.Length, highest.Outstanding);
            dispatch.Deliver(highest, events[..count]);
            events = events[count..];
            Reorder(0);
        }

        AssertOrder();
    }

    private void Reorder(int index)
    {
        var moved = _order[index];
        _order.RemoveAt(index);

        var lower = _order.FindIndex(other => other.Outstanding < moved.Outstanding);
        _order.Insert(lower < 0 ? _order.Count : lower, moved);
    }

    private void Shuffle()
    {
        if (_shuffle is not { } seed)
        {
            return;
        }

        _shuffle = null;
        var all = _order.ToArray();
        new Random(seed).Shuffle(all);
        _order.Clear();

        // Demand still decides; only among equals does the new order count.
        _order.AddRange(all.OrderByDescending(static subscription => subscription.Outstanding));
    }

    [Conditional("DEBUG")]
    private void AssertOrder()
    {
        for (var index = 1; index < _order.Count; index++)
        {
            Debug.Assert(
                _order[index - 1].Outstanding >= _order[index].Outstanding, "The highest demand must be first.");
        }

        Debug.Assert(_available == _order.Sum(static one => one.Outstanding), "Available is Σ outstanding.");
    }
}
