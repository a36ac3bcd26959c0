namespace Party.Actors.Protocol;

/// <summary>Anyone → supervisor: end every child in order, and then yourself.</summary>
/// <remarks>
/// There is no answer but the supervisor's end. It starts and restarts nothing any more; what its children have in
/// their mailboxes they handle, for as long as the shutdown timeout allows.
/// </remarks>
public sealed record ShutDown;
