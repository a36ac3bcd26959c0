using System.Text.Json;
using Party.Conformance.Dispatchers;
using Party.Conformance.Flows;
using Party.Conformance.Hashing;
using Party.Conformance.Hocon;
using Party.Conformance.Recordings;
using Party.Conformance.Stages;

namespace Party.Conformance;

/// <summary>Holds Party against recorded behaviour, case by case.</summary>
public static class Runner
{
    private static readonly IReplay[] Replays =
        [new HashReplay(), new DispatcherReplay(), new StageReplay(), new FlowReplay(), new HoconReplay()];

    public static FileReport Run(RecordedFile file) =>
        new(file.Name, [.. file.Cases.Select((one, at) => (NameOf(one, at), Run(one)))]);

    private static Verdict Run(JsonElement recorded) =>
        Array.Find(Replays, replay => replay.Knows(recorded))?.Replay(recorded)
        ?? Verdict.Skipped("Party has no counterpart yet");

    private static string NameOf(JsonElement recorded, int index) =>
        recorded.TryGetProperty("name", out var name) ? name.ToString() : $"case {index}";
}
