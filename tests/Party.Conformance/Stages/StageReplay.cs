using System.Text.Json;
using Party.Conformance.Deviations;
using Party.Conformance.Recordings;
using Party.Conformance.Stages.Actors;
using Party.Conformance.Stages.Models;

namespace Party.Conformance.Stages;

/// <summary>
/// Holds Party's stages against recordings of GenStage's, as its dispatchers are: the model must reproduce the
/// recording exactly, and Party must equal the model with Party's deliberate deviations switched on, to the end.
/// </summary>
public sealed class StageReplay : IReplay
{
    // The actors of all worlds take their turns on one dispatcher.
    private static readonly Lock Gate = new();

    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("setup", out var setup) && setup.TryGetProperty("stages", out _);

    public Verdict Replay(JsonElement recorded)
    {
        var script = new StageScript(recorded);
        var genStage = Model(script, Switches.None);
        return Comparison.Check("the model and the recording", [.. script.Recorded], genStage, script.Describe)
            ?? CheckParty(script)
            ?? Verdict.Passed(Deviations(script, genStage));
    }

    /// <summary>Where Party leaves its model; null where it does not, whether it was recorded or not.</summary>
    public static Verdict? CheckParty(StageScript script)
    {
        if (Inexpressible.In(script) is { } reason)
        {
            return Verdict.Skipped(reason);
        }

        lock (Gate)
        {
            using var world = new ActorWorld(script.Stages);
            return Comparison.Check(
                "Party and the model with its deviations",
                Model(script, Switches.All),
                [.. script.Play(world)],
                script.Describe);
        }
    }

    // A switch counts where it alone makes the model leave the recording.
    private static IEnumerable<string> Deviations(StageScript script, List<StageRecord> genStage) =>
        from one in Enum.GetValues<Switches>()
        where one is not (Switches.None or Switches.All)
            && Comparison.FirstDifference(genStage, Model(script, one)) is not null
        select one.ToString();

    private static List<StageRecord> Model(StageScript script, Switches switches) =>
        [.. script.Play(new ModelWorld(script.Stages, switches))];
}
