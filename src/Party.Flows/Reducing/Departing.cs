using Party.Flows.Building;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>From many stages to a single one.</summary>
internal static class Departing
{
    /// <summary>Merges the states of the stages by a rule.</summary>
    public static Flow<TOut> Of<TState, TMerged, TOut>(
        IReduction<TState> reduction, MergeRule<TState, TMerged, TOut> rule)
    {
        var parts = reduction.Emit(rule.Name, new PartRule<TState>());
        var entry = new HopEntry<Part<TState>>([parts.Layer], Hop<Part<TState>>.Shuffled);
        var shape = new Shape(parts.Layer.Shape.Options with { Stages = 1 });
        var stages = reduction.Stages;
        var isWhole = reduction.Accumulation == Accumulation.Accumulate;
        return new(new Layer<Part<TState>, TOut>(
            entry,
            shape.Then(rule.Name) with { Stateful = rule.Name },
            (scope, following) => new DepartOperator<TState, TMerged, TOut>(
                rule, stages, isWhole, scope, following)));
    }

    /// <summary>Combines the states of the stages.</summary>
    public static Flow<TState> Combine<TState>(IReduction<TState> reduction, Func<TState, TState, TState> combine) =>
        Gather<TState, TState, TState>(
            reduction, nameof(Reduction<>.Combine), static state => state, states => states.Aggregate(combine));

    /// <summary>
    /// Makes one event of what the stages have last come to; or, where they forget it, of all they came to.
    /// </summary>
    public static Flow<TOut> Gather<TState, TPart, TOut>(
        IReduction<TState> reduction,
        string name,
        Func<TState, TPart> part,
        Func<IReadOnlyCollection<TPart>, TOut> done)
    {
        var isWhole = reduction.Accumulation == Accumulation.Accumulate;
        return Of(reduction, new MergeRule<TState, Dictionary<int, TPart>, TOut>(
            name,
            static () => [],
            (parts, next) =>
            {
                parts[isWhole ? next.Stage : parts.Count] = part(next.State);
                return parts;
            },
            (parts, _) => done(parts.Values)));
    }
}
