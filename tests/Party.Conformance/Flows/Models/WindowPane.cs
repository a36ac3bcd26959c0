using Party.Conformance.Deviations;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>One window of one stage: its reduction, and the trigger that counts its events.</summary>
public sealed class WindowPane(FiredWindow window, int? every, Reduction reduction, Switches switches)
{
    private int _left = every ?? 0;
    private bool _isChanged;
    private bool _hasFired;

    /// <summary>Takes events, and fires whenever so many have come. What fires goes before what was emitted.</summary>
    public List<Term> Take(int upstream, IReadOnlyList<Term> events)
    {
        var emitted = new List<Term>();
        while (every is { } count && events.Count >= _left)
        {
            var before = Reduce(upstream, [.. events.Take(_left)]);
            emitted.AddRange(Fire($"every:{count}"));
            emitted.AddRange(before);
            events = [.. events.Skip(_left)];
            _left = count;
        }

        _left -= events.Count;
        return events.Count > 0 ? [.. emitted, .. Reduce(upstream, events)] : emitted;
    }

    /// <summary>Comes to its end, and is still waited for.</summary>
    public List<Term> PassEnd() =>
        switches.HasFlag(Switches.F2) && !_isChanged && _hasFired ? [] : Fire("watermark");

    /// <summary>Fires for the last time.</summary>
    public List<Term> End() => IsSilent ? [.. reduction.Leave(window with { Trigger = "done" })] : Fire("done");

    // A window of events or of processing time that nothing came in does not exist either.
    private bool IsSilent =>
        switches.HasFlag(Switches.F2) && !_isChanged && (_hasFired || window.Type is "count" or "periodic");

    // Fires, and goes on.
    private List<Term> Fire(string trigger)
    {
        (_isChanged, _hasFired) = (false, true);
        return [.. reduction.Fire(window with { Trigger = trigger })];
    }

    private List<Term> Reduce(int upstream, IReadOnlyList<Term> events)
    {
        _isChanged = true;
        return [.. reduction.Take(upstream, events)];
    }
}
