using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>Merges what the windows of all stages come to, and emits it when a window is over in all of them.</summary>
internal sealed class DepartOperator<TState, TMerged, TOut> : Operator<Part<TState>, TOut>, IWindowed
{
    private readonly MergeRule<TState, TMerged, TOut> _rule;
    private readonly bool _isWhole;
    private readonly Batch<TOut> _made;
    private readonly long[] _passed;

    // By what decides which of two windows is over first, and then by the order in which they came.
    private readonly SortedDictionary<(long Order, long Number), Merged> _open = [];
    private readonly Dictionary<(OpenWindow Window, int Stage), (long Order, long Number)> _places = [];
    private long _opened;

    public DepartOperator(
        MergeRule<TState, TMerged, TOut> rule, int stages, bool isWhole, StageScope scope, Operator<TOut> following)
        : base(following)
    {
        (_rule, _isWhole) = (rule, isWhole);
        _made = new(following);
        _passed = new long[stages];
        Array.Fill(_passed, long.MinValue);
        scope.Add(this);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TimeSpan> Timers => [];

    /// <inheritdoc/>
    public void Start(int upstreams)
    {
    }

    /// <inheritdoc/>
    public void Tick(int timer)
    {
    }

    /// <inheritdoc/>
    public void Fire(string name)
    {
    }

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Part<TState>> events)
    {
        foreach (ref readonly var part in events)
        {
            Take(part);
        }

        Finish();
    }

    /// <inheritdoc/>
    public void End(int upstream)
    {
        _passed[upstream] = long.MaxValue;
        Finish();
    }

    /// <inheritdoc/>
    public override void End()
    {
        Array.Fill(_passed, long.MaxValue);
        Finish();
        base.End();
    }

    private static long OrderOf(OpenWindow window) => window.End?.UtcTicks ?? window.Number;

    // A session is one stage's own, whose span changes while its number does not.
    private static (OpenWindow Window, int Stage) KeyOf(OpenWindow window, int stage) =>
        window.Kind == WindowKind.Session ? (new(window.Kind, window.Number), stage) : (window, -1);

    private void Take(in Part<TState> part)
    {
        var merged = MergedOf(part);
        if (part.IsOver)
        {
            Pass(merged, part);
            return;
        }

        try
        {
            merged.Result = _rule.Merge(merged.Result, part);
        }
        catch (Exception error)
        {
            throw FlowException.In(_rule.Name, part.State, error);
        }
    }

    private void Finish()
    {
        var passed = _passed.Min();
        while (_open.Count > 0 && _open.First() is { Key: var place } next && IsOver(next.Value, place.Order, passed))
        {
            Emit(next.Value, place);
        }

        _made.Flush();
    }

    private void Pass(Merged merged, in Part<TState> part)
    {
        merged.Stages++;
        if (part.Window.Kind == WindowKind.Session)
        {
            Emit(merged, _places[merged.Key]);
        }
        else
        {
            _passed[part.Stage] = Math.Max(_passed[part.Stage], OrderOf(part.Window));
        }
    }

    private bool IsOver(Merged merged, long order, long passed) => order <= passed || merged.Stages >= _passed.Length;

    private void Emit(Merged merged, (long Order, long Number) place)
    {
        _open.Remove(place);
        _places.Remove(merged.Key);

        // A session that never ended became part of another, whose state has all of it where states are kept.
        if (!_isWhole || merged.Window.Kind != WindowKind.Session || merged.Stages > 0)
        {
            _made.Add(ResultOf(merged));
        }
    }

    private Merged MergedOf(in Part<TState> part)
    {
        var key = KeyOf(part.Window, part.Stage);
        if (!_places.TryGetValue(key, out var place))
        {
            place = (OrderOf(part.Window), _opened++);
            _places.Add(key, place);
            _open.Add(place, new(key, Begin()));
        }

        var merged = _open[place];
        merged.Window = part.Window;
        return merged;
    }

    private TMerged Begin()
    {
        try
        {
            return _rule.Seed();
        }
        catch (Exception error)
        {
            throw FlowException.Without(_rule.Name, "whose first result could not be made", error);
        }
    }

    private TOut ResultOf(Merged merged)
    {
        try
        {
            return _rule.Done(merged.Result, merged.Window);
        }
        catch (Exception error)
        {
            throw FlowException.Without(
                _rule.Name, $"when {merged.Window.Kind} window {merged.Window.Number} was over", error);
        }
    }

    private sealed class Merged((OpenWindow Window, int Stage) key, TMerged result)
    {
        public (OpenWindow Window, int Stage) Key => key;

        public OpenWindow Window { get; set; } = key.Window;

        public TMerged Result { get; set; } = result;

        public int Stages { get; set; }
    }
}
