namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: ask for no more events, hand on those there are, end every subscription.</summary>
/// <remarks>
/// The producer answers with <see cref="Drained"/> when all of it is done, or when the time is up; then what is still
/// on its way counts as abandoned. It does not stop. Events that wait for a partition without a consumer stay where
/// they are, and stand in the books.
/// </remarks>
/// <param name="Deadline">
/// How long it may take, from 0 to 49 days; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.
/// </param>
public sealed record Drain(TimeSpan Deadline)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>How long it may take.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or too long.</exception>
    public TimeSpan Deadline
    {
        get;
        init => field = Check(value);
    } = Check(Deadline);

    private static TimeSpan Check(TimeSpan deadline) =>
        deadline == Timeout.InfiniteTimeSpan || (deadline >= TimeSpan.Zero && deadline <= Longest)
        ? deadline
        : throw new ArgumentOutOfRangeException(
            nameof(deadline),
            deadline,
            $"Expected a deadline of 0 to {Longest.Days} days, or Timeout.InfiniteTimeSpan, got {deadline}.");
}
