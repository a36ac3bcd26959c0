using Party.Demand.Dispatching;

namespace Party.Demand.Sharing;

/// <summary>Every event goes to one consumer: to the one with the highest demand.</summary>
public sealed record DemandDispatcherOptions<TEvent> : DispatcherOptions<TEvent>
{
    /// <summary>
    /// A request for more than this is said in the log: consumers that ask for more starve the others.
    /// </summary>
    /// <value>Null by default, which means the count of the first request there is. HOCON: <c>max-demand</c>.</value>
    public int? MaxDemand
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value),
            value,
            $"Expected the dispatcher's max-demand to be at least 1, got {value}. Null means the first request's.");
    }

    /// <summary>The seed that the consumers are shuffled by, once, before the first events are shared out.</summary>
    /// <value>
    /// Null by default: they are not shuffled. Several producers whose consumers came in the same order should each
    /// have another seed, so that the first consumer does not get the first events of all. HOCON: <c>shuffle-seed</c>.
    /// </value>
    public int? ShuffleSeed { get; init; }

    /// <inheritdoc/>
    public override IDispatcher<TEvent> Build() => new DemandDispatcher<TEvent>(this);
}
