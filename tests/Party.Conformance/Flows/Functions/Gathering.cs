using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>How the states of all stages become one, window by window.</summary>
/// <param name="Seed">The state of a window of which nothing has come.</param>
/// <param name="Merge">Merges the state of a stage into what there is.</param>
/// <param name="Finish">What is emitted of a window when all stages are done with it.</param>
public sealed record Gathering(Term Seed, Func<Term, Term, Term> Merge, Func<Term, Term, Term> Finish)
{
    private Func<IEnumerable<Term>, IEnumerable<Term>>? Choose { get; init; }

    public static Gathering Of(string name) => name switch
    {
        "sum" => new(Term.Of(0), AddUp, (state, _) => state),
        "sum_with_window" => new(Term.Of(0), AddUp, (state, window) => Term.Tuple(state, window)),
        "merge_maps_sum" => new(
            Term.EmptyMap,
            (state, part) => part.Aggregate(
                state, (sums, pair) => Reductions.Add(sums, pair.Element(0), pair.Element(1).Number)),
            (state, _) => state),
        "concat_sorted" => new(
            Term.EmptyList,
            (state, part) => Term.List([.. part, .. state]),
            (state, _) => Outputs.Sorted(state)),
        _ => throw new InvalidDataException($"Expected how states are merged, got \"{name}\"."),
    };

    /// <summary>The first few of what all stages have, in order.</summary>
    public static Gathering FirstOf(int count, IComparer<Term> order) => new(
        Term.EmptyList,
        (state, part) => Term.List(part.Concat(state).Order(order).Take(count)),
        (state, _) => state)
    {
        Choose = events => [Term.List(events.Order(order).Take(count))],
    };

    /// <summary>What a stage sends of its state.</summary>
    public IEnumerable<Term> PartsOf(Term state) => Choose?.Invoke(state) ?? [state];

    /// <summary>What a stage sends of what it would emit.</summary>
    public IEnumerable<Term> PartsOf(IEnumerable<Term> events) => Choose?.Invoke(events) ?? events;

    private static Term AddUp(Term state, Term part) => Term.Of(state.Number + part.Number);
}
