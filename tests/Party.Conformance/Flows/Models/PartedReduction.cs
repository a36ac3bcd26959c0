using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Tells the one stage below, when a window ends with nothing new, that this stage is done with it.</summary>
public sealed class PartedReduction(Reduction following) : Reduction
{
    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events) =>
        following.Take(upstream, events);

    public override IEnumerable<Term> Fire(FiredWindow fired) => following.Fire(fired);

    public override IEnumerable<Term> Leave(FiredWindow fired) =>
        [.. following.Leave(fired), DepartitionReduction.Part(Term.Nil, fired)];
}
