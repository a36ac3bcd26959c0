using Akka.Actor.References;

namespace Akka.Actor.Cells;

/// <summary>An actor's children: those that live, those on their way out, and what waits for the latter.</summary>
/// <remarks>
/// The guardian's children are added by any thread, and any thread may look; so everything is done under a lock, which
/// is nearly always free. Children are kept by name, and listed in the order of their names, so that a replay meets
/// them in the same order; the order is made when somebody asks for it.
/// </remarks>
internal sealed class Children
{
    /// <summary>Those of an actor that ends without ever having had any.</summary>
    public static readonly Children None = new() { _isClosed = true };

    private readonly Dictionary<string, ChildStats> _byName = [];

    // The children by name; null after a change.
    private ChildStats[]? _inOrder;

    // How many of them have been told to stop.
    private int _dying;
    private Pending? _pending;
    private bool _isClosed;
    private long _names;

    /// <summary>All children that have not ended, as they are now, in the order of their names.</summary>
    public IReadOnlyList<ChildStats> All
    {
        get
        {
            lock (_byName)
            {
                return _inOrder ??= [.. _byName.Values.OrderBy(stats => stats.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>What waits for dying children to be gone; null where nothing does.</summary>
    public Pending? Pending => Volatile.Read(ref _pending);

    /// <summary>Whether the actor itself ends, or has ended: no child may be added any more.</summary>
    public bool IsClosing => Volatile.Read(ref _isClosed) || Pending is Pending.OfTermination;

    /// <summary>The child of that name; null where there is none.</summary>
    public ChildStats? Find(string name)
    {
        lock (_byName)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    /// <summary>The entry of that very child; null where it is a stranger, or another incarnation.</summary>
    public ChildStats? Find(IActorRef child) =>
        Find(child.Path.Name) is { } stats && stats.Child.Equals(child) ? stats : null;

    /// <summary>A name that no child had before: $a, $b and so on.</summary>
    public string NextName() => UniqueName.Of(Interlocked.Increment(ref _names) - 1);

    /// <exception cref="InvalidActorNameException">A child has that name.</exception>
    /// <exception cref="InvalidOperationException">The actor is ending.</exception>
    public void Add(IInternalActorRef child)
    {
        lock (_byName)
        {
            if (IsClosing)
            {
                throw new InvalidOperationException(
                    $"Cannot start {child.Path}: its parent is stopping or has stopped. Nothing was started.");
            }

            var stats = new ChildStats(child);
            if (!_byName.TryAdd(stats.Name, stats))
            {
                throw new InvalidActorNameException(
                    $"Expected a name that is free under {child.Path.Parent}, got \"{stats.Name}\", which is not unique. "
                    + "A name is free again once the actor that had it has ended.");
            }

            _inOrder = null;
        }
    }

    /// <summary>Forgets a child that has ended.</summary>
    /// <returns>What had to wait for it and can go on now; null where nothing does.</returns>
    public Pending? Remove(IActorRef child)
    {
        lock (_byName)
        {
            if (Find(child) is not { } stats)
            {
                return null;
            }

            Forget(stats);
            if (_dying > 0)
            {
                return null;
            }

            var canGoOn = _pending;
            _isClosed = canGoOn is Pending.OfTermination;
            _pending = null;
            return canGoOn;
        }
    }

    /// <summary>Frees the name of a child that has ended, if nothing waits for that child.</summary>
    public void FreeName(IActorRef child)
    {
        lock (_byName)
        {
            if (_pending is null && Find(child) is { } stats)
            {
                Forget(stats);
            }
        }
    }

    /// <summary>Notes that a child has been told to stop.</summary>
    public void MarkDying(IActorRef child)
    {
        lock (_byName)
        {
            if (Find(child) is { IsDying: false } stats)
            {
                stats.IsDying = true;
                _dying++;
            }
        }
    }

    /// <summary>Whether there are dying children; then <see cref="Remove"/> gives back what waits for them.</summary>
    public bool Await(Pending pending)
    {
        lock (_byName)
        {
            _pending = _dying > 0 ? pending : null;
            return _pending is not null;
        }
    }

    /// <summary>Takes no more children, and counts those there are as dying.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Close()
    {
        lock (_byName)
        {
            foreach (var stats in _byName.Values)
            {
                stats.IsDying = true;
            }

            _dying = _byName.Count;
            _isClosed = _dying == 0;
            return Await(Pending.Termination);
        }
    }

    private void Forget(ChildStats stats)
    {
        _byName.Remove(stats.Name);
        _inOrder = null;
        _dying -= stats.IsDying ? 1 : 0;
    }
}
