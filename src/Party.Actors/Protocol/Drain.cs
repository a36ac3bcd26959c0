namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: ask for no more events, hand on those there are, end every subscription.</summary>
/// <remarks>
/// The producer answers with <see cref="Drained"/> when all of it is done, or when the time is up; then what is still
/// on
/// its way counts as abandoned. It does not stop. Events that wait for a partition without a consumer stay where they
/// are, and stand in the books.
/// </remarks>
/// <param name="Deadline">How long it may take; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
public sealed record Drain(TimeSpan Deadline);
