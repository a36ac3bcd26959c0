using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>What a window emits when it fires, and what it goes on with, as the recordings name it.</summary>
public static class Outputs
{
    public static Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> Of(string name) => name switch
    {
        "state" => (state, _) => ([state], state),
        "state_reset0" => (state, _) => ([state], Term.Of(0)),
        "state_reset_list" => (state, _) => ([state], Term.EmptyList),
        "state_reset_map" => (state, _) => ([state], Term.EmptyMap),
        "nothing" => (state, _) => ([], state),
        "map_size" => (state, _) => ([Term.Of(state.Items.Length)], state),
        "sorted_list" => (state, _) => ([Sorted(state)], state),
        "sorted_list_groups" => (state, _) =>
            (state.Select(pair => Term.Tuple(pair.Element(0), Sorted(pair.Element(1)))), state),
        "state_with_index" => (state, fired) =>
            ([Term.Tuple(state, Term.Of(fired.Index), Term.Of(fired.Stages))], state),
        "state_with_window" => (state, fired) => ([Term.Tuple(state, fired.Name)], state),
        "state_with_window_reset0" => (state, fired) => ([Term.Tuple(state, fired.Name)], Term.Of(0)),
        "sorted_with_window" => (state, fired) => ([Term.Tuple(Sorted(state), fired.Name)], state),
        "sessions" => (state, _) =>
            (state.Select(pair => Term.Tuple([pair.Element(0), .. pair.Element(1).Items])), state),
        _ => throw new InvalidDataException($"Expected what a trigger does, got \"{name}\"."),
    };

    /// <summary>What is emitted of a state where nothing is said: its elements.</summary>
    public static (IEnumerable<Term> Events, Term State) Elements(Term state, FiredWindow fired) =>
        ([.. state], state);

    /// <summary>The elements in order, as a list.</summary>
    public static Term Sorted(Term state) => Term.List(state.Order(Term.Order));
}
