using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>What becomes of two events that a join has brought together; one that is missing is nil.</summary>
public static class Pairings
{
    public static Func<Term, Term, Term> Of(string name) => name switch
    {
        "pair" => (left, right) => Term.Tuple(left, right),
        "elems" => (left, right) => Term.Tuple(SecondOf(left), SecondOf(right)),
        _ => throw new InvalidDataException($"Expected what a join makes, got \"{name}\"."),
    };

    private static Term SecondOf(Term item) => item.Equals(Term.Nil) ? item : item.Element(1);
}
