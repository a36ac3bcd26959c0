using Party.Demand.Dispatching;

namespace Party.Demand.Partitions.Asking;

/// <summary>What a partition dispatcher asks its producer for: one arithmetic for each way to see demand.</summary>
/// <remarks>Conservation law 2: asked = received + owed, where only what was owed counts as received.</remarks>
internal abstract class UpstreamDemand
{
    /// <summary>Asked for and not yet received.</summary>
    public long Owed { get; private set; }

    /// <summary>Demand that is to be asked for.</summary>
    public abstract long Unasked { get; }

    /// <summary>Makes room for so many partitions.</summary>
    public abstract void Grow(int count);

    /// <summary>There may be more room in a partition's park, and more of its demand to ask for.</summary>
    public virtual void Eased(int partition)
    {
    }

    /// <summary>A consumer asked for more.</summary>
    public abstract void Requested(int partition, long demand);

    /// <summary>Events were handed on to a partition's consumer.</summary>
    public virtual void Sent(int partition, int count)
    {
    }

    /// <summary>Demand is gone that was not met: its consumer left, or was handed what had come back.</summary>
    public virtual void Left(int partition, long demand)
    {
    }

    /// <summary>Events that were owed came in.</summary>
    public virtual void Received(int count) => Owed -= count;

    /// <summary>Events came in that were still unasked: as many as were asked for and received at once.</summary>
    public virtual void Offered(int count)
    {
    }

    /// <summary>Events that came in were given to a partition.</summary>
    public virtual void Placed(int partition, int count)
    {
    }

    /// <summary>Events that came in for one partition are about to be placed in another.</summary>
    public virtual void SentOn(int partition, int to, int count)
    {
    }

    /// <summary>Events that came in for a partition were discarded.</summary>
    public virtual void TurnedAway(int partition, int count) => Wasted(count);

    /// <summary>Events that came in were given to nobody, and whose they were is not known.</summary>
    public virtual void Wasted(int count)
    {
    }

    /// <summary>Events that a partition had parked were dropped.</summary>
    public virtual void Dropped(int partition, int count)
    {
    }

    /// <summary>What to ask the producer for now; it is owed from then on.</summary>
    public DemandIncrement Ask()
    {
        var increment = TakeUnasked();
        Owed += increment.Total;
        return increment;
    }

    /// <summary>What is owed already, to be asked of a producer that has forgotten it.</summary>
    public virtual DemandIncrement AskAgain() => new() { Total = AsInt(Owed) };

    /// <summary>Turns what is unasked into a demand for the producer.</summary>
    protected abstract DemandIncrement TakeUnasked();

    /// <summary>As much of a total as one call can carry.</summary>
    protected static int AsInt(long total) => (int)Math.Min(total, int.MaxValue);
}
