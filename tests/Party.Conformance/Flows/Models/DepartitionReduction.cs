using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>
/// Merges what the stages of the layer above have come to, window by window. A window is finished when all of them are
/// done with it, or when all is.
/// </summary>
public sealed class DepartitionReduction(Gathering gathering, int stages, Reduction following) : Reduction
{
    private readonly SortedDictionary<Term, (HashSet<Term> Open, Term? State)> _windows = new(Term.Order);

    /// <summary>A part of a window, as a stage of the layer above sends it; nil where it has nothing to add.</summary>
    public static Term Part(Term part, FiredWindow fired) =>
        Term.Tuple(part, Term.Of(fired.Index), fired.Name);

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var finished = new List<Term>();
        foreach (var part in events)
        {
            Merge(part, finished);
        }

        return following.Take(upstream, finished);
    }

    public override IEnumerable<Term> Fire(FiredWindow fired) =>
        [.. fired.IsDone ? Finish() : [], .. following.Fire(fired)];

    public override IEnumerable<Term> Leave(FiredWindow fired) =>
        [.. fired.IsDone ? Finish() : [], .. following.Leave(fired)];

    // What is finished at the very end goes out as it is, past the operations of the layer.
    private List<Term> Finish()
    {
        List<Term> finished = [.. _windows.SelectMany(one => Finish(one.Key, one.Value.State))];
        _windows.Clear();
        return finished;
    }

    // Of a window that nobody has said anything of there is nothing to emit.
    private IEnumerable<Term> Finish(Term window, Term? state) =>
        state is null ? [] : [gathering.Finish(state, window)];

    private void Merge(Term part, List<Term> finished)
    {
        // What a stage emits besides has got here by mistake.
        if (part.Kind != TermKind.Tuple || part.Items is not [var state, var stage, { Kind: TermKind.Tuple } name])
        {
            throw new InvalidOperationException($"Expected what a stage has come to, got {part}.");
        }

        var window = name.Element(1);
        var (open, merged) = _windows.TryGetValue(window, out var known)
            ? known
            : ([.. Enumerable.Range(0, stages).Select(one => Term.Of(one))], null);
        merged = state.Equals(Term.Nil) ? merged : gathering.Merge(merged ?? gathering.Seed, state);
        if (name.Element(2).Equals(Term.Of("done")))
        {
            open.Remove(stage);
        }

        _windows[window] = (open, merged);
        if (open.Count == 0)
        {
            _windows.Remove(window);
            finished.AddRange(Finish(window, merged));
        }
    }
}
