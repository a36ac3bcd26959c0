namespace Party.Demand.Ledgers;

/// <summary>A law of the books that does not hold.</summary>
/// <param name="Law">What should hold, in words.</param>
/// <param name="Numbers">What was found instead.</param>
public sealed record BrokenLaw(string Law, string Numbers)
{
    /// <inheritdoc/>
    public override string ToString() => $"Expected {Law}, got {Numbers}.";
}
