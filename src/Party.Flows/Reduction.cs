using Party.Flows.Reducing;

namespace Party.Flows;

/// <summary>Events that become a state in every stage and window. What of it is emitted is to be said next.</summary>
/// <remarks>
/// It has no operators for events, since there are none before a window fires: so a map after a reduction, or a second
/// reduction, does not compile.
/// </remarks>
public sealed class Reduction<TState> : IReducedTo<TState>
{
    private readonly IReduction<TState> _reduction;

    internal Reduction(IReduction<TState> reduction) => _reduction = reduction;

    /// <summary>Emits the state, one event for every window that fires. It is the state itself and no copy.</summary>
    public Flow<TState> EmitState() => _reduction.Emit(nameof(EmitState), new EmitStateRule<TState>());

    /// <summary>Emits nothing: the events were reduced for what that did besides.</summary>
    public Flow<TState> EmitNothing() => _reduction.Emit(nameof(EmitNothing), new EmitNothingRule<TState, TState>());

    /// <summary>Emits what a function makes of the state, and goes on with the state.</summary>
    /// <remarks>Where a window fires more than once, emit copies of what is still changed.</remarks>
    public Flow<TResult> OnTrigger<TResult>(Func<TState, IEnumerable<TResult>> emit)
    {
        ArgumentNullException.ThrowIfNull(emit);
        return OnTrigger((state, _) => (emit(state), state));
    }

    /// <summary>Emits what a function makes of the state, and goes on with the state that it returns.</summary>
    /// <param name="emit">It is told which window fires, why, and in which stage.</param>
    public Flow<TResult> OnTrigger<TResult>(
        Func<TState, Firing, (IEnumerable<TResult> Events, TState State)> emit)
    {
        ArgumentNullException.ThrowIfNull(emit);
        return _reduction.Emit(nameof(OnTrigger), new OnTriggerRule<TState, TResult>(nameof(OnTrigger), emit));
    }

    /// <summary>
    /// Merges what the stages' windows come to in a single stage, and emits one event for every window.
    /// </summary>
    /// <remarks>
    /// A window is done when it is over in every stage, or every stage has come past it; or the data is at its end. The
    /// state is merged whenever a window fires: where it does so more than once, let it forget what it has emitted, by
    /// <see cref="Windows.Accumulation.Discard"/>.
    /// </remarks>
    /// <param name="seed">Makes the result of a window in which there is nothing yet.</param>
    /// <param name="merge">Adds a state to it.</param>
    /// <param name="done">What is emitted of it.</param>
    public Flow<TResult> Departition<TMerged, TResult>(
        Func<TMerged> seed,
        Func<TMerged, TState, TMerged> merge,
        Func<TMerged, Windows.OpenWindow, TResult> done)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(done);
        return Departing.Of(_reduction, new MergeRule<TState, TMerged, TResult>(
            nameof(Departition), seed, (merged, part) => merge(merged, part.State), done));
    }

    /// <summary>Makes one state of those of all stages, and emits it: one event for every window.</summary>
    /// <param name="combine">Makes one state of two. The first may be changed and returned.</param>
    public Flow<TState> Combine(Func<TState, TState, TState> combine)
    {
        ArgumentNullException.ThrowIfNull(combine);
        return Departing.Combine(_reduction, combine);
    }

    Flow<TResult> IReducedTo<TState>.EmitEach<TResult>(string name, Func<TState, IEnumerable<TResult>> emit) =>
        _reduction.Emit(name, new OnTriggerRule<TState, TResult>(name, (state, _) => (emit(state), state)));

    Flow<TResult> IReducedTo<TState>.Gather<TPart, TResult>(
        string name,
        Func<TState, TPart> part,
        Func<IReadOnlyCollection<TPart>, TResult> done) => Departing.Gather(_reduction, name, part, done);
}
