using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;
using Party.Flows;
using Party.Flows.Windows;

namespace Party.Conformance.Flows.Subjects;

/// <summary>Recorded windows as Party's, and back.</summary>
/// <param name="asFlow">Whether they are to do what Flow's do, wherever Party would do otherwise.</param>
public sealed class FlowWindows(bool asFlow)
{
    // Far enough from the beginning of time for events before zero.
    private const long Windows = 1_000_000;

    private FinalFiring Final => asFlow ? FinalFiring.Always : FinalFiring.WhenChanged;

    private EmptyWindows Empty => asFlow ? EmptyWindows.Fire : EmptyWindows.Skip;

    private LateRule Late => asFlow ? LateRule.PerUpstream : LateRule.Watermark;

    public Window<Term> Of(RecordedWindow window)
    {
        Window<Term> bare = window.Type switch
        {
            "count" => Window.Count<Term>(window.Count),
            "periodic" => Window.Periodic<Term>(window.Period),
            "fixed" => Window.Fixed<Term>(SizeOf(window), TimeOf(window)) with
            {
                AllowedLateness = TimeSpan.FromMilliseconds(window.LatenessMs ?? 0),
                EmptyWindows = Empty,
                LateRule = Late,
            },
            _ => Window.Global<Term>(),
        };
        var counted = window.TriggerEvery is { } count ? bare.TriggerEvery(count) : bare;
        var timed = window.TriggerPeriod is { } period ? counted.TriggerPeriodically(period) : counted;
        return timed with { FinalFiring = Final };
    }

    /// <summary>The window of a join; it has no triggers.</summary>
    public JoinWindow<Term, Term> OfJoin(RecordedWindow? window)
    {
        var bare = window?.Type switch
        {
            "count" => JoinWindow.Count<Term, Term>(window.Count),
            "periodic" => JoinWindow.Periodic<Term, Term>(window.Period),
            "fixed" => JoinWindow.Fixed(SizeOf(window), TimeOf(window), TimeOf(window)),
            _ => JoinWindow.Global<Term, Term>(),
        };
        return bare with
        {
            AllowedLateness = TimeSpan.FromMilliseconds(window?.LatenessMs ?? 0),
            EmptyWindows = Empty,
            LateRule = Late,
        };
    }

    /// <summary>What a program in Flow would be told of a window that fires.</summary>
    public static FiredWindow Of(Firing firing, RecordedWindow? window) => new(
        firing.Stage,
        firing.Stages,
        firing.Window.Kind.ToString().ToLowerInvariant(),
        NameOf(firing.Window, window),
        firing.Trigger.Name);

    /// <summary>What Flow calls a window: when it starts, or its number.</summary>
    public static Term NameOf(OpenWindow open, RecordedWindow? window) => open.Kind switch
    {
        WindowKind.Global => Term.Of("global"),
        WindowKind.Fixed => Term.Of((open.Number - Windows) * (window?.DurationMs ?? 1)),
        _ => Term.Of(open.Number),
    };

    private static TimeSpan SizeOf(RecordedWindow window) => TimeSpan.FromMilliseconds(window.DurationMs);

    private static Func<Term, DateTimeOffset> TimeOf(RecordedWindow window)
    {
        var time = window.Time;
        return item => DateTimeOffset.MinValue.AddMilliseconds((Windows * window.DurationMs) + time(item));
    }
}
