using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>The reducing functions that the recordings name, each with the state it begins with.</summary>
public static class Reductions
{
    private static readonly Term Zero = Term.Of(0);

    public static (Term Seed, Func<Term, Term, Term> Fold) Of(string name) => name switch
    {
        "sum" => (Zero, (state, x) => Term.Of(state.Number + x.Number)),
        "count" => (Zero, (state, _) => Term.Of(state.Number + 1)),
        "max" => (Zero, (state, x) => state.CompareTo(x) >= 0 ? state : x),
        "prepend" => (Term.EmptyList, (state, x) => state.Prepend(x)),
        "frequencies" => (Term.EmptyMap, (state, x) => Add(state, x, 1)),
        "sum_elem1" => (Zero, (state, x) => Term.Of(state.Number + x.Element(1).Number)),
        "prepend_elem0" => (Term.EmptyList, (state, x) => state.Prepend(x.Element(0))),
        "sum_by_elem0" => (Term.EmptyMap, (state, x) => Add(state, x.Element(0), x.Element(1).Number)),
        _ => throw new InvalidDataException($"Expected a reduction, got \"{name}\"."),
    };

    /// <summary>Groups by key; the newest value first, or last.</summary>
    public static Func<Term, Term, Term> Grouping(
        Func<Term, Term> key, Func<Term, Term> value, bool isNewestFirst) => (state, x) =>
    {
        var group = state.Find(key(x)) ?? Term.EmptyList;
        return state.Put(
            key(x), isNewestFirst ? group.Prepend(value(x)) : Term.List([.. group.Items, value(x)]));
    };

    /// <summary>What also emits events while it reduces.</summary>
    public static (Term Seed, Func<Term, Term, (Term[] Events, Term State)> Fold) Emitting(string name) => name switch
    {
        "running_sum" => (Zero, RunningSum),
        "sliding3" => (Term.EmptyList, Sliding),
        "emit_when_sum_ge10" => (Zero, SumUpToTen),
        "session_gap5" => (Term.EmptyMap, Session),
        _ => throw new InvalidDataException($"Expected a reduction that emits, got \"{name}\"."),
    };

    /// <summary>A map in which the sum of a key is so much greater.</summary>
    public static Term Add(Term sums, Term key, long number) =>
        sums.Put(key, Term.Of((sums.Find(key)?.Number ?? 0) + number));

    private static (Term[] Events, Term State) RunningSum(Term state, Term x)
    {
        var sum = Term.Of(state.Number + x.Number);
        return ([sum], sum);
    }

    private static (Term[] Events, Term State) Sliding(Term state, Term x)
    {
        var newest = Term.List(state.Prepend(x).Take(3));
        return ([Term.List(newest.Reverse())], newest);
    }

    private static (Term[] Events, Term State) SumUpToTen(Term state, Term x)
    {
        var sum = Term.Of(state.Number + x.Number);
        return sum.Number >= 10 ? ([sum], Zero) : ([], sum);
    }

    private static (Term[] Events, Term State) Session(Term state, Term x)
    {
        const long gap = 5;
        var (key, time) = (x.Element(0), x.Element(1));
        if (state.Find(key) is not { } session)
        {
            return ([], state.Put(key, Term.Tuple(Term.Of(1), time)));
        }

        var (count, last) = (session.Element(0), session.Element(1));
        return time.Number - last.Number > gap
            ? ([Term.Tuple(key, count, last)], state.Put(key, Term.Tuple(Term.Of(1), time)))
            : ([], state.Put(key, Term.Tuple(Term.Of(count.Number + 1), time)));
    }
}
