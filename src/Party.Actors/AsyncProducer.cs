using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>A producer that has to wait for its events: for a database, a file, a service.</summary>
/// <remarks>
/// Derive from it and override <see cref="HandleDemandAsync"/>. While that has not completed, the stage handles no
/// other message, so that its state needs no lock; its context may be used after an await as before.
/// </remarks>
public abstract class AsyncProducer<TEvent> : ProducerStage<TEvent>
{
    /// <summary>A producer with default options.</summary>
    protected AsyncProducer()
        : this(new())
    {
    }

    /// <summary>A producer with options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected AsyncProducer(ProducerOptions<TEvent> options)
        : base(options)
    {
    }

    /// <summary>Emits what is asked for, now or later.</summary>
    /// <param name="demand">How many events to emit beyond what is still owed from earlier calls, at least 1.</param>
    /// <returns>Completes when the stage may go on. What was emitted is handed on then.</returns>
    protected abstract ValueTask HandleDemandAsync(int demand);

    private protected override void Meet(DemandIncrement demand)
    {
        var total = demand.Total;
        Side.Run(() => HandleDemandAsync(total).AsTask());
    }
}
