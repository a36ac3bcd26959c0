using Party.Demand.Dispatching;

namespace Party.Demo.Output;

/// <summary>What the Party says while it goes on, and at the end. Its actors call it from their own threads.</summary>
internal interface IPartyOutput
{
    /// <summary>A consumer started.</summary>
    void Started(string consumer, string letters);

    /// <summary>A consumer is restarted, after an error.</summary>
    void Restarted(string actor, Exception cause);

    /// <summary>The producer is asked for words.</summary>
    void Asked(DemandIncrement demand);

    /// <summary>A consumer received words.</summary>
    void Received(string consumer, ReadOnlySpan<string> words);

    /// <summary>The Party is over.</summary>
    void Ended(PartyReport report);
}
