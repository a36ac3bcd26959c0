namespace Party.Actors.Protocol;

/// <summary>Anyone → supervisor: how many children there are. Answered with <see cref="ChildrenCounted"/>.</summary>
public sealed record CountChildren;
