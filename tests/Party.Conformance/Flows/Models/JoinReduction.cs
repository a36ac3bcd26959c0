using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Brings events of two sides together by their keys; what stays alone is a row when all is done.</summary>
public sealed class JoinReduction(
    string mode, Func<Term, Term, Term> pair, Func<int, bool> isLeft, Reduction following) : Reduction
{
    private readonly List<(Term Key, Term Item)> _left = [];
    private readonly List<(Term Key, Term Item)> _right = [];

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var rows = new List<Term>();
        var left = isLeft(upstream);
        foreach (var keyed in events)
        {
            var (key, item) = (keyed.Element(0), keyed.Element(1));
            var others = (left ? _right : _left).Where(one => one.Key.Equals(key)).Reverse();
            rows.AddRange(others.Select(one => left ? pair(item, one.Item) : pair(one.Item, item)));
            (left ? _left : _right).Add((key, item));
        }

        return following.Take(upstream, rows);
    }

    public override IEnumerable<Term> Fire(FiredWindow fired) => [.. OuterRows(fired), .. following.Fire(fired)];

    public override IEnumerable<Term> Leave(FiredWindow fired)
    {
        var isChanged = OuterRowsOf(fired).Any();
        var rows = OuterRows(fired).ToList();
        return [.. rows, .. isChanged ? following.Fire(fired) : following.Leave(fired)];
    }

    private IEnumerable<Term> OuterRows(FiredWindow fired) =>
        OuterRowsOf(fired).ToList() is { Count: > 0 } rows ? following.Take(upstream: -1, rows) : [];

    private IEnumerable<Term> OuterRowsOf(FiredWindow fired) => fired.IsDone
        ? [.. LeftRows(mode is "left_outer" or "full_outer"), .. RightRows(mode is "right_outer" or "full_outer")]
        : [];

    private IEnumerable<Term> LeftRows(bool areWanted) => Alone(areWanted ? _left : [], _right)
        .Select(item => pair(item, Term.Nil));

    private IEnumerable<Term> RightRows(bool areWanted) => Alone(areWanted ? _right : [], _left)
        .Select(item => pair(Term.Nil, item));

    private static IEnumerable<Term> Alone(List<(Term Key, Term Item)> some, List<(Term Key, Term Item)> others) => some
        .Where(one => !others.Exists(other => other.Key.Equals(one.Key)))
        .OrderBy(one => one.Key, Term.Order)
        .Select(one => one.Item);
}
