using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages;

/// <summary>Callbacks of a stage, as a line of its log.</summary>
public static class LogEntry
{
    public static string Demand(long count) => $"demand {count}";

    public static string Events(string subscription, IEnumerable<object> events) =>
        $"events {subscription} {RecordedEvents.Describe(events)}";

    public static string Info(string message) => $"info {message}";

    /// <summary>The role is that of the other side.</summary>
    public static string Subscribed(string role, string subscription, string request) =>
        $"subscribe {role} {subscription} {request}".TrimEnd();

    /// <summary>The kind is <c>cancel</c> or <c>down</c>.</summary>
    public static string Cancelled(string kind, string reason, string subscription) =>
        $"cancel {kind} {reason} {subscription}";

    public static string Discarded(long count) => $"discarded {count}";

    public static string Terminated(string reason) => $"terminate {reason}";

    public static string ChildStarted(object item) => $"child_start {item}";

    public static string ChildIgnored() => "child_ignored";

    public static string ChildFailed(object item) => $"child_failed {item}";

    /// <summary>A callback as it was recorded.</summary>
    public static string Read(JsonElement entry)
    {
        string Text(string name) => entry.GetProperty(name).ToString();

        return Text("cb") switch
        {
            "demand" => Demand(entry.GetProperty("n").GetInt64()),
            "events" => Events(Text("sub"), RecordedEvents.Read(entry.GetProperty("events"))),
            "info" => Info(Text("msg")),
            "subscribe" => Subscribed(
                Text("role"), Text("sub"), new SubscriptionRequest(entry.GetProperty("opts")).ToString()),
            "cancel" => Cancelled(Text("kind"), RecordedReason.KindOf(Text("reason")), Text("sub")),
            "discarded" => Discarded(entry.GetProperty("n").GetInt64()),
            "terminate" => Terminated(RecordedReason.KindOf(Text("reason"))),
            "child_start" => ChildStarted(RecordedEvents.ReadOne(entry.GetProperty("event"))),
            "child_ignored" => ChildIgnored(),
            "child_failed" => ChildFailed(RecordedEvents.ReadOne(entry.GetProperty("event"))),
            var other => throw new InvalidDataException($"Expected a callback, got \"{other}\"."),
        };
    }
}
