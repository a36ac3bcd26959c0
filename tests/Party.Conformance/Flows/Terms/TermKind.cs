namespace Party.Conformance.Flows.Terms;

/// <summary>What a term is, in the order in which terms of different kinds are sorted.</summary>
public enum TermKind
{
    Number,
    Text,
    Atom,
    Tuple,
    Map,
    List,
}
