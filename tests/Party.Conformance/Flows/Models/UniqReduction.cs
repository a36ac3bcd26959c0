using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Lets the first event of every key through.</summary>
public sealed class UniqReduction(
    IEnumerable<RecordedOperation> mappers, Func<Term, Term> key, Reduction following) : Reduction
{
    private readonly HashSet<Term> _seen = [];

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events) => following.Take(
        upstream, [.. MapperReduction.Map(mappers, events).Where(item => _seen.Add(key(item)))]);

    public override IEnumerable<Term> Fire(FiredWindow fired) => following.Fire(fired);

    public override IEnumerable<Term> Leave(FiredWindow fired) => following.Leave(fired);
}
