namespace Party.Demand.Ledgers;

/// <summary>What a consumer's books say of events that came in.</summary>
/// <param name="Repeated">How many at the front came before, and are to be skipped.</param>
/// <param name="Missing">How many should have come before the first of them and did not.</param>
/// <param name="Excess">How many at the end were never asked for. They are handled all the same.</param>
public readonly record struct Arrival(int Repeated, long Missing, int Excess)
{
    /// <summary>Whether everything came as it was asked for.</summary>
    public bool IsPlain => this == default;
}
