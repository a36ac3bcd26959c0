namespace Party.Actors.Protocol;

/// <summary>Consumer → whoever sent <see cref="Drain"/>: every subscription has ended, or the time is up.</summary>
/// <param name="Unfinished">
/// Events it was sent and had not come to handle when the time was up; they stand in its producers' books.
/// </param>
public sealed record ConsumerDrained(long Unfinished)
{
    /// <summary>Whether the time was up before every subscription had ended.</summary>
    public bool IsLate { get; init; }
}
