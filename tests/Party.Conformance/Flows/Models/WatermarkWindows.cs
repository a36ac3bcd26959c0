using Party.Conformance.Deviations;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>
/// Windows of event time as Party has them: every event moves the watermark of all producers first, then what is due
/// fires, and then the event is late if its window is over.
/// </summary>
public sealed class WatermarkWindows(
    RecordedWindow window, IEnumerable<int> upstreams, Func<Term, WindowPane> open, Switches switches) : WindowModel
{
    private readonly SortedDictionary<long, (WindowPane Pane, bool IsPastEnd)> _open = [];
    private readonly Dictionary<int, long?> _times = upstreams.ToDictionary(one => one, _ => (long?)null);
    private readonly long _lateness = window.LatenessMs ?? 0;
    private long _watermark = long.MinValue;
    private long? _next;

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var emitted = new List<Term>();
        var run = new List<Term>();
        var current = long.MinValue;
        foreach (var item in events)
        {
            var time = window.Time(item);
            _times[upstream] = Math.Max(time, _times[upstream] ?? time);
            var number = NumberOf(time);
            if (number != current || IsAnythingDue())
            {
                emitted.AddRange(Feed(upstream, current, run));
                emitted.AddRange(CloseWhatIsDue());
                (current, run) = (number, []);
            }

            run.Add(item);
        }

        return [.. emitted, .. Feed(upstream, current, run)];
    }

    public override IEnumerable<Term> EndOf(int upstream)
    {
        _times.Remove(upstream);
        return CloseWhatIsDue();
    }

    public override IEnumerable<Term> Finish()
    {
        var emitted = new List<Term>();
        if (_open.Count > 0)
        {
            OpenBetween(_next ?? _open.Keys.First(), _open.Keys.Last());
        }

        foreach (var one in _open.Values)
        {
            emitted.AddRange(one.Pane.End());
        }

        return emitted;
    }

    private List<Term> Feed(int upstream, long number, List<Term> run) => run.Count == 0 || IsOver(number)
        ? []
        : Pane(number).Take(upstream, run);

    // The watermark goes by what every producer has sent; when none is left, it stays where it is.
    private bool IsAnythingDue()
    {
        if (_times.Count > 0 && _times.Values.All(time => time is not null))
        {
            _watermark = Math.Max(_watermark, _times.Values.Min() ?? _watermark);
        }

        return _open.Any(one => IsOver(one.Key) || (!one.Value.IsPastEnd && EndOf(one.Key) <= _watermark));
    }

    private List<Term> CloseWhatIsDue()
    {
        var emitted = new List<Term>();
        if (!IsAnythingDue())
        {
            return emitted;
        }

        OpenBetween(_next ?? _open.Keys.First(), NumberOf(_watermark));
        _next = Math.Max(_next ?? long.MinValue, NumberOf(_watermark));
        foreach (var (number, (pane, isPastEnd)) in _open.TakeWhile(one => EndOf(one.Key) <= _watermark).ToList())
        {
            if (_lateness > 0 && !isPastEnd)
            {
                emitted.AddRange(pane.PassEnd());
                _open[number] = (pane, true);
            }

            if (IsOver(number))
            {
                _open.Remove(number);
                emitted.AddRange(pane.End());
            }
        }

        return emitted;
    }

    private void OpenBetween(long first, long last)
    {
        for (var number = first; number < last && !switches.HasFlag(Switches.F1); number++)
        {
            Pane(number);
        }
    }

    private WindowPane Pane(long number)
    {
        if (!_open.TryGetValue(number, out var known))
        {
            known = (open(Term.Of(number * window.DurationMs)), EndOf(number) <= _watermark);
            _open.Add(number, known);
        }

        return known.Pane;
    }

    private bool IsOver(long number) => EndOf(number) + _lateness <= _watermark;

    private long EndOf(long number) => (number + 1) * window.DurationMs;

    private long NumberOf(long time) => (long)Math.Floor((decimal)time / window.DurationMs);
}
