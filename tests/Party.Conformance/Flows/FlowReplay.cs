using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Deviations;
using Party.Conformance.Flows.Models;
using Party.Conformance.Flows.Subjects;
using Party.Conformance.Recordings;

namespace Party.Conformance.Flows;

/// <summary>
/// Holds Party's flows against recordings of Flow's. The naive model must reproduce the recording exactly; Party must
/// come to the same with Flow's values for its options, and with its own to what the model comes to with Party's
/// deliberate deviations switched on.
/// </summary>
public sealed class FlowReplay : IReplay
{
    private static readonly Switches[] Own = [Switches.F1, Switches.F2, Switches.F3, Switches.F4];

    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("setup", out var setup) && setup.TryGetProperty("pipeline", out _);

    public Verdict Replay(JsonElement recorded)
    {
        var script = new FlowScript(recorded);
        var flow = FlowModel.Run(script, Switches.None);
        return Comparison.Check("the model and the recording", script.Recorded, flow, FlowScript.Describe)
            ?? CheckParty(script)
            ?? Verdict.Passed(Deviations(script, flow));
    }

    /// <summary>Where Party leaves its model; null where it does not, whether it was recorded or not.</summary>
    public static Verdict? CheckParty(FlowScript script) => Inexpressible.In(script.Pipeline) is { } reason
        ? Verdict.Skipped(reason)
        : Check("Party with Flow's options and the model", script, Switches.None)
            ?? Check("Party and the model with its deviations", script, Switches.All);

    private static Verdict? Check(string what, FlowScript script, Switches switches)
    {
        var expected = FlowModel.Run(script, switches);
        var got = PartyFlows.Run(script, asFlow: switches == Switches.None);

        // What Flow finds out when it runs does not even compile.
        return FlowRecord.IsRefused(got) && expected.SequenceEqual(FlowRecord.Exit)
            ? null
            : GoesOnAfterOutput(script, expected, got)
            ? Verdict.Skipped("what a window has emitted is a flow again, and goes on in the same stages")
            : Comparison.Check(what, expected, got, FlowScript.Describe);
    }

    private static bool GoesOnAfterOutput(
        FlowScript script, ImmutableArray<string> expected, ImmutableArray<string> got) =>
        FlowRecord.IsRefused(expected)
        && !FlowRecord.IsRefused(got)
        && script.Pipeline.Operations.Any(one => one.Name is "emit" or "on_trigger");

    // A switch counts where it alone makes the model leave the recording.
    private static IEnumerable<string> Deviations(FlowScript script, ImmutableArray<string> flow) =>
        from one in Own
        where Comparison.FirstDifference(flow, FlowModel.Run(script, one)) is not null
        select one.ToString();
}
