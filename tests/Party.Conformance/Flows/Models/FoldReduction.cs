using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>One state, to which every event is added; some also emit something for it.</summary>
public sealed class FoldReduction(
    IEnumerable<RecordedOperation> mappers,
    Term seed,
    Func<Term, Term, (Term[] Events, Term State)> fold,
    Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> output) : Reduction
{
    private Term _state = seed;

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var emitted = new List<Term>();
        foreach (var item in MapperReduction.Map(mappers, events))
        {
            (var some, _state) = fold(_state, item);
            emitted.AddRange(some);
        }

        return emitted;
    }

    public override IEnumerable<Term> Fire(FiredWindow fired)
    {
        (var events, _state) = output(_state, fired);
        return [.. events];
    }
}
