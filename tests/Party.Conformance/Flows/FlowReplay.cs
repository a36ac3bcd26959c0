using System.Text.Json;
using Party.Conformance.Deviations;
using Party.Conformance.Flows.Models;
using Party.Conformance.Recordings;

namespace Party.Conformance.Flows;

/// <summary>
/// Holds Party's flows against recordings of Flow's. The naive model must reproduce the recording exactly.
/// </summary>
public sealed class FlowReplay : IReplay
{
    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("setup", out var setup) && setup.TryGetProperty("pipeline", out _);

    public Verdict Replay(JsonElement recorded)
    {
        var script = new FlowScript(recorded);
        var flow = FlowModel.Run(script, Switches.None);
        return Comparison.Check("the model and the recording", script.Recorded, flow, FlowScript.Describe)
            ?? Verdict.Skipped("Party has no flows yet");
    }
}
