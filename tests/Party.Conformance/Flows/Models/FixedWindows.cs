using Party.Conformance.Deviations;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>
/// Windows of event time as Flow has them: an event is taken if its window is open, or not older than the newest of
/// its producer; after a batch, the windows are closed that all producers have left behind.
/// </summary>
public sealed class FixedWindows(
    RecordedWindow window, IEnumerable<int> upstreams, Func<Term, WindowPane> open, Switches switches) : WindowModel
{
    private readonly SortedDictionary<long, WindowPane> _open = [];
    private readonly Dictionary<int, long?> _newest = upstreams.ToDictionary(one => one, _ => (long?)null);
    private long? _next;

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var emitted = new List<Term>();
        foreach (var (number, run) in Runs(events))
        {
            if (_open.ContainsKey(number) || !(number < _newest[upstream]))
            {
                emitted.AddRange(Pane(number).Take(upstream, run));
                _newest[upstream] = Math.Max(number, _newest[upstream] ?? number);
            }
        }

        return [.. emitted, .. CloseBefore(_newest.Values.Any(one => one is null) ? null : _newest.Values.Min())];
    }

    public override IEnumerable<Term> EndOf(int upstream)
    {
        _newest.Remove(upstream);
        return [];
    }

    public override IEnumerable<Term> Finish() =>
        _open.Count == 0 ? [] : Between(_open.Keys.First(), _open.Keys.Last()).SelectMany(one => Pane(one).End());

    private IEnumerable<(long Number, List<Term> Run)> Runs(IReadOnlyList<Term> events)
    {
        var time = window.Time;
        var run = new List<Term>();
        foreach (var (index, item) in events.Index())
        {
            run.Add(item);
            var number = time(item) / window.DurationMs;
            if (index == events.Count - 1 || time(events[index + 1]) / window.DurationMs != number)
            {
                yield return (number, run);
                run = [];
            }
        }
    }

    private List<Term> CloseBefore(long? end)
    {
        var emitted = new List<Term>();
        if (end is { } first)
        {
            foreach (var number in Between(_next ?? _open.Keys.FirstOrDefault(first), first - 1))
            {
                emitted.AddRange(Close(number));
            }

            _next = first;
        }

        return emitted;
    }

    // One that is waited for stays open; the time it is waited for outlasts every replay.
    private List<Term> Close(long number)
    {
        if (window.LatenessMs is not (null or 0))
        {
            return Pane(number).PassEnd();
        }

        var pane = Pane(number);
        _open.Remove(number);
        return pane.End();
    }

    private IEnumerable<long> Between(long first, long last)
    {
        for (var number = first; number <= last; number++)
        {
            if (_open.ContainsKey(number) || !switches.HasFlag(Switches.F1))
            {
                yield return number;
            }
        }
    }

    private WindowPane Pane(long number)
    {
        if (!_open.TryGetValue(number, out var pane))
        {
            pane = open(Term.Of(number * window.DurationMs));
            _open.Add(number, pane);
        }

        return pane;
    }
}
