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
        init
        {
            if (value is { } given)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given);
            }

            field = value;
        }
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
