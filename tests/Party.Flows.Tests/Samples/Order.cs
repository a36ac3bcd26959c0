namespace Party.Flows.Tests.Samples;

/// <summary>What somebody bought.</summary>
public sealed record Order(string Customer, int Cents, DateTimeOffset Time)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An order some seconds after noon.</summary>
    public static Order At(int seconds, string customer, int cents) =>
        new(customer, cents, Noon.AddSeconds(seconds));
}
