using System.Text.Json;
using System.Text.Json.Nodes;
using Party.Conformance.Recordings;

namespace Party.Conformance.Hocon;

/// <summary>Holds <c>Akka.Configuration</c> against what that of Akka.NET made of texts and programs.</summary>
public sealed class HoconReplay : IReplay
{
    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("hocon", out _)
        || (KindOf(recorded) == "merge" && recorded.TryGetProperty("steps", out _));

    public Verdict Replay(JsonElement recorded)
    {
        var one = new RecordedCase(JsonObject.Create(recorded) ?? []);
        if (one.Quirk is not null)
        {
            return Specified.Check(one) is { } problem
                ? Verdict.Failed(problem)
                : Verdict.Skipped("Akka.NET leaves the specification");
        }

        var run = CaseRun.Of(one);
        return run switch
        {
            { Differences: [] } => Verdict.Passed(),
            _ => Verdict.Failed(string.Join("; ", run.Differences)),
        };
    }

    private static string? KindOf(JsonElement recorded) =>
        recorded.TryGetProperty("kind", out var kind) ? kind.ToString() : null;
}
