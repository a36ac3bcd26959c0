using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>A stage that makes events, and never sends more of them than its consumers asked for.</summary>
/// <remarks>Derive from it and override <see cref="HandleDemand"/>.</remarks>
public abstract class Producer<TEvent> : ProducerStage<TEvent>
{
    /// <summary>A producer with default options.</summary>
    protected Producer()
        : this(new())
    {
    }

    /// <summary>A producer with options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected Producer(ProducerOptions<TEvent> options)
        : base(options)
    {
    }

    /// <summary>Emits what is asked for, now or later.</summary>
    /// <remarks>
    /// Emit exactly <see cref="DemandIncrement.Total"/> events; fewer, and this stage has to remember to emit the rest
    /// when it can, since it is not asked for them again; more, and the excess waits in the stage buffer.
    /// </remarks>
    /// <param name="demand">What is asked for beyond what is still owed from earlier calls.</param>
    protected abstract void HandleDemand(DemandIncrement demand);

    private protected override void Meet(DemandIncrement demand)
    {
        Side.Enter();
        try
        {
            HandleDemand(demand);
        }
        finally
        {
            Side.Leave();
        }
    }
}
