using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Partitions;

/// <summary>A recorded script for a partition dispatcher.</summary>
public sealed class PartitionScript(JsonElement recorded)
{
    private readonly JsonElement _options = recorded.GetProperty("setup").GetProperty("options");

    /// <summary>The names of the partitions, in their order.</summary>
    public ImmutableArray<string> Partitions =>
        _options.GetProperty("partitions") is { ValueKind: JsonValueKind.Array } names
        ? [.. names.EnumerateArray().Select(name => name.ToString())]
        : [.. Enumerable.Range(0, _options.GetProperty("partitions").GetInt32()).Select(index => $"{index}")];

    /// <summary>The hash function; null where it is not one that places every event.</summary>
    public Func<long, (long Item, string Partition)?>? Hash => RecordedHash.Named(
        _options.TryGetProperty("hash", out var name) ? name.ToString() : "",
        _options.TryGetProperty("hash_n", out var n) ? n.GetInt32() : Partitions.Length);

    /// <summary>Whether a step raised, which ends the case.</summary>
    public bool Raises => AllSteps.Any(step => step.TryGetProperty("error", out _));

    /// <summary>What was recorded, step by step.</summary>
    public IEnumerable<StepRecord> Recorded => Steps.Select(StepRecord.Read);

    private IEnumerable<JsonElement> AllSteps => recorded.GetProperty("steps").EnumerateArray();

    private IEnumerable<JsonElement> Steps => AllSteps.Where(step => step.GetProperty("op").ToString() != "init");

    /// <summary>Plays the script to a dispatcher.</summary>
    public IEnumerable<StepRecord> Play(IPartitionSubject subject) => Steps.Select(step => Play(step, subject));

    /// <summary>A step as text.</summary>
    public string Describe(int index)
    {
        var step = Steps.ElementAt(index);
        var arguments = step.EnumerateObject()
            .Where(member => member.Name is "op" or "sub" or "opts" or "n" or "events" or "msg")
            .Select(member => member.Value.ToString());
        return $"step {index + 1} ({string.Join(' ', arguments)})";
    }

    private static IEnumerable<long> Events(JsonElement step) =>
        step.GetProperty("events").EnumerateArray().Select(one => one.GetInt64());

    private static StepRecord Play(JsonElement step, IPartitionSubject subject)
    {
        var subscription = step.TryGetProperty("sub", out var sub) ? sub.ToString() : "";
        return step.GetProperty("op").ToString() switch
        {
            "subscribe" => subject.Subscribe(subscription, step.GetProperty("opts").GetProperty("partition").ToString()),
            "ask" => subject.Ask(subscription, step.GetProperty("n").GetInt32()),
            "cancel" => subject.Cancel(subscription),
            "dispatch" => subject.Dispatch([.. Events(step)]),
            "info" => subject.Info(step.GetProperty("msg").ToString()),
            var other => throw new InvalidDataException($"Expected a step of a dispatcher, got \"{other}\"."),
        };
    }
}
