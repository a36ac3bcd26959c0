using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Windows of so many events each.</summary>
public sealed class CountWindows(int count, Func<Term, WindowPane> open) : WindowModel
{
    private WindowPane _pane = open(Term.Of(0));
    private int _index;
    private int _taken;

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var emitted = new List<Term>();
        while (events.Count > 0)
        {
            Term[] some = [.. events.Take(count - _taken)];
            emitted.AddRange(_pane.Take(upstream, some));
            events = [.. events.Skip(some.Length)];
            _taken += some.Length;
            if (_taken == count)
            {
                emitted.AddRange(_pane.End());
                _pane = open(Term.Of(++_index));
                _taken = 0;
            }
        }

        return emitted;
    }

    public override IEnumerable<Term> Finish() => _pane.End();
}
