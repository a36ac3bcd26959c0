using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>The orders that the recordings name.</summary>
public static class Orders
{
    public static IComparer<Term> Of(string? name) => name switch
    {
        null or "asc" => Term.Order,
        "desc" => Comparer<Term>.Create((one, other) => other.CompareTo(one)),
        "count_desc_then_key" => Comparer<Term>.Create((one, other) =>
            other.Element(1).CompareTo(one.Element(1)) is var order and not 0
                ? order
                : one.Element(0).CompareTo(other.Element(0))),
        _ => throw new InvalidDataException($"Expected an order, got \"{name}\"."),
    };
}
