using Party.Demand.Dispatching;

namespace Party.Demo.Output;

/// <summary>Says nothing while the Party goes on.</summary>
internal class SilentOutput : IPartyOutput
{
    public void Started(string consumer, string letters)
    {
    }

    public void Restarted(string actor, Exception cause)
    {
    }

    public void Asked(DemandIncrement demand)
    {
    }

    public void Received(string consumer, ReadOnlySpan<string> words)
    {
    }

    public virtual void Ended(PartyReport report)
    {
    }
}
