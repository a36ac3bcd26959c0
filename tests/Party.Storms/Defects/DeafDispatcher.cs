using Party.Demand.Delivering;
using Party.Demand.Dispatching;

namespace Party.Storms.Defects;

/// <summary>
/// GenStage's way with what waits: only demand that is asked upstream looks at it (D2). With the other switch, events
/// that nobody took when they came stay asked for, for ever (D1).
/// </summary>
internal sealed class DeafDispatcher(IDispatcher<int> inner, bool forgetsNothing) : PassingDispatcher(inner)
{
    private long _stuck;

    public override long Owed => base.Owed + _stuck;

    public override long Unasked => Math.Max(0, base.Unasked - _stuck);

    public override Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var owed = Math.Min(base.Owed, events.Length);
        var dispatch = base.Dispatch(events, origin);
        if (forgetsNothing)
        {
            _stuck += Math.Max(0, owed - (events.Length - dispatch.Leftover));
        }

        return dispatch;
    }

    public override Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var heard = (int)Math.Min(events.Length, Unasked);
        var dispatch = base.Offer(events[..heard], origin);
        return dispatch with { Leftover = dispatch.Leftover + events.Length - heard };
    }

    public override DemandIncrement Ask()
    {
        var total = (int)Unasked;
        if (total == 0)
        {
            return default;
        }

        base.Ask();
        _stuck = 0;
        return new() { Total = total };
    }
}
