using Akka.Actor.References;

namespace Akka.Actor.Cells;

/// <summary>Holds the present state of an actor's children, and moves it on without a lock.</summary>
/// <remarks>The guardian's children are added by any thread; those of other actors by their own.</remarks>
internal sealed class Children
{
    private ChildrenContainer _state = ChildrenContainer.Empty;
    private long _names;

    public IEnumerable<ChildStats> All => State.Stats.Values;

    /// <summary>What waits for dying children to be gone; null where nothing does.</summary>
    public Pending? Pending => State.Pending;

    /// <summary>Whether the actor itself ends, or has ended.</summary>
    public bool IsClosing => State.IsClosing;

    private ChildrenContainer State => Volatile.Read(ref _state);

    /// <summary>The child of that name; null where there is none.</summary>
    public ChildStats? Find(string name) => State.Stats.GetValueOrDefault(name);

    /// <summary>The entry of that very child; null where it is a stranger, or another incarnation.</summary>
    public ChildStats? Find(IActorRef child) =>
        Find(child.Path.Name) is { } stats && stats.Child.Equals(child) ? stats : null;

    /// <summary>A name that no child had before: $a, $b and so on.</summary>
    public string NextName() => UniqueName.Of(Interlocked.Increment(ref _names) - 1);

    /// <exception cref="InvalidActorNameException">A child has that name.</exception>
    /// <exception cref="InvalidOperationException">The actor is ending.</exception>
    public void Add(IInternalActorRef child) => Move(static (state, stats) => state.Add(stats), new ChildStats(child));

    /// <summary>Forgets a child that has ended.</summary>
    /// <returns>What had to wait for it and can go on now; null where nothing does.</returns>
    public Pending? Remove(IActorRef child)
    {
        var before = Move(static (state, child) => state.Remove(child), child);
        return Pending is null ? before.Pending : null;
    }

    /// <summary>Frees the name of a child that has ended, if nothing waits for that child.</summary>
    public void FreeName(IActorRef child) =>
        Move(static (state, child) => state.IsClosing ? state : state.Remove(child), child);

    public void MarkDying(IActorRef child) => Move(static (state, child) => state.Dying(child), child);

    /// <summary>Whether there are dying children; then <see cref="Remove"/> gives back what waits for them.</summary>
    public bool Await(Pending pending)
    {
        Move(static (state, pending) => state.Await(pending), pending);
        return Pending is not null;
    }

    /// <summary>Takes no more children, and counts those there are as dying.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Close()
    {
        Move(static (state, _) => state.Close(), 0);
        return Pending is not null;
    }

    /// <returns>The state before.</returns>
    private ChildrenContainer Move<TArgument>(
        Func<ChildrenContainer, TArgument, ChildrenContainer> transition, TArgument argument)
    {
        while (true)
        {
            var state = State;
            if (Interlocked.CompareExchange(ref _state, transition(state, argument), state) == state)
            {
                return state;
            }
        }
    }
}
