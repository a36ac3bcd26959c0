namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="CountChildren"/>: how many children there are.</summary>
/// <param name="Specs">
/// How many ways to make a child there are: as many as children, or 1 where all are made from events.
/// </param>
/// <param name="Active">How many have started and not ended; one that is being restarted is not active.</param>
/// <param name="Workers">How many there are that are no supervisors, active or not.</param>
/// <param name="Supervisors">How many of Party's supervisors there are, active or not.</param>
/// <param name="FailedStarts">How many children did not start, since the supervisor did.</param>
public sealed record ChildrenCounted(int Specs, int Active, int Workers, int Supervisors, long FailedStarts);
