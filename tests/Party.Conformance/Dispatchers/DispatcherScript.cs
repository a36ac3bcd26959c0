using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Dispatchers;

/// <summary>A recorded script for a dispatcher.</summary>
public sealed class DispatcherScript(JsonElement recorded)
{
    /// <summary>The dispatcher that it was recorded with.</summary>
    public RecordedDispatcher Dispatcher { get; } = new(
        recorded.GetProperty("setup").GetProperty("dispatcher").ToString(),
        recorded.GetProperty("setup").GetProperty("options"));

    /// <summary>What was recorded, step by step.</summary>
    public IEnumerable<StepRecord> Recorded => Steps.Select(StepRecord.Read);

    private JsonElement.ArrayEnumerator Steps => recorded.GetProperty("steps").EnumerateArray();

    /// <summary>Plays the script to a dispatcher, which the first step makes.</summary>
    /// <param name="start">Makes the dispatcher; null, and why it can't be made.</param>
    public IEnumerable<StepRecord> Play(Func<(IDispatcherSubject? Subject, StepRecord Record)> start)
    {
        var (subject, record) = start();
        return subject is null ? [record] : Steps.Select(step => Play(step, subject, record));
    }

    /// <summary>A step as text.</summary>
    public string Describe(int index)
    {
        var step = Steps.ElementAt(index);
        var arguments = step.EnumerateObject()
            .Where(member => member.Name is "op" or "sub" or "process" or "opts" or "n" or "events" or "msg")
            .Select(member => member.Value.ToString());
        return $"step {index + 1} ({string.Join(' ', arguments)})";
    }

    private static StepRecord Play(JsonElement step, IDispatcherSubject subject, StepRecord started)
    {
        var subscription = step.TryGetProperty("sub", out var sub) ? sub.ToString() : "";
        return step.GetProperty("op").ToString() switch
        {
            "init" => started,
            "subscribe" => subject.Subscribe(
                subscription, step.GetProperty("process").ToString(), step.GetProperty("opts")),
            "ask" => subject.Ask(subscription, step.GetProperty("n").GetInt32()),
            "cancel" => subject.Cancel(subscription),
            "dispatch" => subject.Dispatch(RecordedEvents.Read(step.GetProperty("events"))),
            "info" => subject.Info(step.GetProperty("msg").ToString()),
            var other => throw new InvalidDataException($"Expected a step of a dispatcher, got \"{other}\"."),
        };
    }
}
