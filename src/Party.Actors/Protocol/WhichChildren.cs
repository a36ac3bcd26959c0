namespace Party.Actors.Protocol;

/// <summary>Anyone → supervisor: which children there are. Answered with <see cref="ChildrenListed"/>.</summary>
public sealed record WhichChildren;
