using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Recordings;

namespace Party.Conformance.Dispatchers;

/// <summary>What one step came to: its result and, for every subscription, what it saw, in order.</summary>
/// <remarks>The order between subscriptions is no part of the contract; a released message concerns them all.</remarks>
public sealed record StepRecord(string Result, ImmutableArray<StepMessage> Messages)
{
    public static StepRecord Ok(params IEnumerable<StepMessage> messages) => new("ok", [.. messages]);

    public static StepRecord Demand(long demand, params IEnumerable<StepMessage> messages) =>
        new($"demand {demand}", [.. messages]);

    public static StepRecord Leftover(IEnumerable<object> events, params IEnumerable<StepMessage> messages) =>
        new($"leftover {RecordedEvents.Describe(events)}", [.. messages]);

    /// <summary>A subscription was refused; the reason is one of the dispatcher's own words.</summary>
    public static StepRecord Refused(string reason) => new($"refused {reason}", []);

    /// <summary>The step raised; a program's own message is told from the dispatcher's.</summary>
    public static StepRecord Raised(string message) => new(RecordedReason.OfException(message), []);

    /// <summary>The step as it was recorded.</summary>
    public static StepRecord Read(JsonElement step) => new(
        ReadResult(step),
        [.. step.GetProperty("messages").EnumerateArray().Select(StepMessage.Read)]);

    public bool Equals(StepRecord? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>demand 3: s1 [1, 2] (m1); s2 (m1)</c></summary>
    public override string ToString()
    {
        var seen = Messages.Select(message => message.To).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(to => (To: to, Saw: Messages.Where(message => message.To is null || message.To == to)))
            .Select(one => $"{one.To} {string.Join(' ', one.Saw)}");
        var released = Messages.Where(message => message.To is null);

        return $"{Result}: {string.Join("; ", seen.DefaultIfEmpty(string.Join(' ', released)))}";
    }

    private static string ReadResult(JsonElement step)
    {
        if (step.TryGetProperty("error", out var error))
        {
            return RecordedReason.OfException(error.GetProperty("message").ToString());
        }

        var member = step.GetProperty("result").EnumerateObject().Single();
        return member.Name switch
        {
            "ok" => "ok",
            "leftover" => $"leftover {RecordedEvents.Describe(RecordedEvents.Read(member.Value))}",
            _ => $"{member.Name} {member.Value}",
        };
    }
}
