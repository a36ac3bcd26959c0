using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Partitions;

/// <summary>What one step came to: its result and, for every subscription, what it saw, in order.</summary>
/// <remarks>The order between subscriptions is no part of the contract; a released message concerns them all.</remarks>
public sealed record StepRecord(string Result, ImmutableArray<StepMessage> Messages)
{
    public static StepRecord Of(long demand, params IEnumerable<StepMessage> messages) =>
        new($"demand {demand}", [.. messages]);

    /// <summary>The step as it was recorded.</summary>
    public static StepRecord Read(JsonElement step) => new(
        ReadResult(step.GetProperty("result")),
        [.. step.GetProperty("messages").EnumerateArray().Select(StepMessage.Read)]);

    public bool Equals(StepRecord? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>demand 3: s1 [1, 2] (m1); s2 (m1)</c></summary>
    public override string ToString()
    {
        var seen = Messages.Select(message => message.To).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(to => $"{to} {string.Join(' ', Messages.Where(message => message.To is null || message.To == to))}");
        var released = Messages.Where(message => message.To is null);

        return $"{Result}: {string.Join("; ", seen.DefaultIfEmpty(string.Join(' ', released)))}";
    }

    private static string ReadResult(JsonElement result)
    {
        var member = result.EnumerateObject().Single();
        return member.Name switch
        {
            "ok" => "demand 0",
            "leftover" => $"leftover {member.Value.GetArrayLength()}",
            _ => $"{member.Name} {member.Value}",
        };
    }
}
