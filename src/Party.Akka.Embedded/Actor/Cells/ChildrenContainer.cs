using System.Collections.Immutable;

namespace Akka.Actor.Cells;

/// <summary>An actor's children as one immutable state; each transition gives the next one.</summary>
/// <remarks>
/// Empty → Living → Dying (some are on their way out) → back, or, when the actor itself ends, Closed. States are
/// values, so that other threads may look while the actor changes them. Ordered by name, so that a replay meets them in
/// the same order.
/// </remarks>
internal abstract class ChildrenContainer
{
    public static readonly ChildrenContainer Empty = new NoChildren();

    private static readonly ChildrenContainer Closed = new ClosedChildren();

    private static readonly ImmutableSortedDictionary<string, ChildStats> NoStats =
        ImmutableSortedDictionary.Create<string, ChildStats>(StringComparer.Ordinal);

    private ChildrenContainer()
    {
    }

    /// <summary>All children that have not ended yet.</summary>
    public virtual ImmutableSortedDictionary<string, ChildStats> Stats => NoStats;

    /// <summary>What waits for the dying children to be gone; null where nothing does.</summary>
    public virtual Pending? Pending => null;

    /// <summary>Whether the actor itself ends, or has ended: no child may be added any more.</summary>
    public virtual bool IsClosing => false;

    public abstract ChildrenContainer Add(ChildStats child);

    public virtual ChildrenContainer Remove(IActorRef child) => this;

    /// <summary>Notes that a child has been told to stop.</summary>
    public virtual ChildrenContainer Dying(IActorRef child) => this;

    /// <summary>Waits for the dying children; the same state where there are none to wait for.</summary>
    public virtual ChildrenContainer Await(Pending pending) => this;

    /// <summary>Tells all children to die and takes no new ones.</summary>
    public virtual ChildrenContainer Close() => Closed;

    private static ChildrenContainer Of(ImmutableSortedDictionary<string, ChildStats> stats) =>
        stats.IsEmpty ? Empty : new LivingChildren(stats);

    private static ImmutableHashSet<IActorRef> AllOf(ImmutableSortedDictionary<string, ChildStats> stats) =>
        [.. stats.Values.Select(child => (IActorRef)child.Child)];

    private static ImmutableSortedDictionary<string, ChildStats> With(
        ImmutableSortedDictionary<string, ChildStats> stats, ChildStats child)
    {
        var name = child.Child.Path.Name;
        return stats.ContainsKey(name)
            ? throw new InvalidActorNameException(
                $"Expected a name that is free under {child.Child.Path.Parent}, got \"{name}\", which is not unique. "
                + "A name is free again once the actor that had it has ended.")
            : stats.Add(name, child);
    }

    private static bool Holds(ImmutableSortedDictionary<string, ChildStats> stats, IActorRef child) =>
        stats.TryGetValue(child.Path.Name, out var found) && found.Child.Equals(child);

    private sealed class NoChildren : ChildrenContainer
    {
        public override ChildrenContainer Add(ChildStats child) => new LivingChildren(With(NoStats, child));
    }

    private sealed class LivingChildren(ImmutableSortedDictionary<string, ChildStats> stats) : ChildrenContainer
    {
        public override ImmutableSortedDictionary<string, ChildStats> Stats => stats;

        public override ChildrenContainer Add(ChildStats child) => new LivingChildren(With(stats, child));

        public override ChildrenContainer Remove(IActorRef child) =>
            Holds(stats, child) ? Of(stats.Remove(child.Path.Name)) : this;

        public override ChildrenContainer Dying(IActorRef child) =>
            Holds(stats, child) ? new DyingChildren(stats, [child], null) : this;

        public override ChildrenContainer Close() => new DyingChildren(stats, AllOf(stats), Pending.Termination);
    }

    private sealed class DyingChildren(
        ImmutableSortedDictionary<string, ChildStats> stats,
        ImmutableHashSet<IActorRef> dying,
        Pending? pending) : ChildrenContainer
    {
        public override ImmutableSortedDictionary<string, ChildStats> Stats => stats;

        public override Pending? Pending => pending;

        public override bool IsClosing => pending is Pending.OfTermination;

        public override ChildrenContainer Add(ChildStats child) =>
            IsClosing ? Closed.Add(child) : new DyingChildren(With(stats, child), dying, pending);

        public override ChildrenContainer Remove(IActorRef child)
        {
            if (!Holds(stats, child))
            {
                return this;
            }

            var fewer = stats.Remove(child.Path.Name);
            var fewerDying = dying.Remove(child);
            return (fewerDying.IsEmpty, IsClosing) switch
            {
                (false, _) => new DyingChildren(fewer, fewerDying, pending),
                (true, true) => Closed,
                (true, false) => Of(fewer),
            };
        }

        public override ChildrenContainer Dying(IActorRef child) =>
            Holds(stats, child) ? new DyingChildren(stats, dying.Add(child), pending) : this;

        public override ChildrenContainer Await(Pending pending) => new DyingChildren(stats, dying, pending);

        public override ChildrenContainer Close() => new DyingChildren(stats, AllOf(stats), Pending.Termination);
    }

    private sealed class ClosedChildren : ChildrenContainer
    {
        public override bool IsClosing => true;

        public override ChildrenContainer Add(ChildStats child) => throw new InvalidOperationException(
            $"Cannot start {child.Child.Path}: its parent is stopping or has stopped. Nothing was started.");

        public override ChildrenContainer Close() => this;
    }
}
