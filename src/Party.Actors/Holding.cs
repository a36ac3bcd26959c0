namespace Party.Actors;

/// <summary>How much a stage between two others keeps back at a time, by its own account.</summary>
/// <remarks>
/// What is kept back stays unconfirmed and counts against the max-demand of its subscription: a stage that waits for
/// more than that would wait for ever. So one is refused that may, unless a timer releases what it keeps.
/// </remarks>
/// <param name="AtMost">The most events kept back at a time; a batch counts whole.</param>
/// <param name="UntilTimer">Whether a timer of the stage releases them in any case.</param>
public sealed record Holding(int AtMost, bool UntilTimer = false)
{
    /// <summary>Nothing is kept back.</summary>
    public static Holding None { get; } = new(0);
}
