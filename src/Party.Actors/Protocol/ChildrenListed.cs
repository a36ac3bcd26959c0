using System.Collections.Immutable;

namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="WhichChildren"/>: its children, oldest first.</summary>
/// <param name="Children">All of them, whatever they are at.</param>
public sealed record ChildrenListed(ImmutableArray<ListedChild> Children);
