using System.Text.Json;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows;

/// <summary>A window as it was recorded. Its timers run for hours: within a replay they never do anything.</summary>
/// <param name="window">The recording.</param>
/// <param name="isKeyed">Whether its events come with their key, as those of a join do.</param>
public sealed class RecordedWindow(JsonElement window, bool isKeyed = false)
{
    private const int HourMs = 3_600_000;

    /// <summary><c>global</c>, <c>count</c>, <c>fixed</c> or <c>periodic</c>.</summary>
    public string Type => window.GetProperty("type").ToString();

    /// <summary>How many events a window of events has.</summary>
    public int Count => Number("count") ?? 1;

    /// <summary>How long a window is in event time, in milliseconds.</summary>
    public int DurationMs => Number("duration_ms") ?? 1;

    /// <summary>How long a window is in processing time.</summary>
    public TimeSpan Period => TimeSpan.FromHours(Number("period_hours") ?? 1);

    /// <summary>After how many events it fires, and goes on; null where it does not.</summary>
    public int? TriggerEvery => Number("trigger_every");

    /// <summary>How often it fires; null where time does not make it fire.</summary>
    public TimeSpan? TriggerPeriod =>
        Number("trigger_periodically_hours") is { } hours ? TimeSpan.FromHours(hours) : null;

    /// <summary>How long late events are waited for, in milliseconds; null where it was not said.</summary>
    public int? LatenessMs => Number("allowed_lateness_hours") * HourMs;

    /// <summary>The time of an event, in milliseconds.</summary>
    public Func<Term, long> Time
    {
        get
        {
            var time = Mappers.Of(window.TryGetProperty("by", out var by) ? by.ToString() : "identity");
            return x => time(isKeyed ? x.Element(1) : x).Number;
        }
    }

    /// <summary>The same for events that come with their key.</summary>
    public RecordedWindow Keyed() => new(window, isKeyed: true);

    private int? Number(string name) =>
        window.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;
}
