using System.Text.Json;
using Party.Conformance.Deviations;
using Party.Conformance.Dispatchers.Models;
using Party.Conformance.Partitions;
using Party.Conformance.Recordings;

namespace Party.Conformance.Dispatchers;

/// <summary>
/// Holds Party's dispatchers against recordings of GenStage's. The naive model must reproduce the recording exactly;
/// Party must equal the model with Party's deliberate deviations switched on, to the end; and where no switch has
/// changed a step yet, that is the recording.
/// </summary>
public sealed class DispatcherReplay : IReplay
{
    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("setup", out var setup) && setup.TryGetProperty("dispatcher", out _);

    public Verdict Replay(JsonElement recorded)
    {
        var script = new DispatcherScript(recorded);
        var genStage = Model(script, Switches.None);
        return Comparison.Check("the model and the recording", [.. script.Recorded], genStage, script.Describe)
            ?? Inexpressible(script.Dispatcher)
            ?? CheckParty(script)
            ?? Verdict.Passed(Deviations(script, genStage));
    }

    // What no typed API can say.
    private static Verdict? Inexpressible(RecordedDispatcher dispatcher) => dispatcher switch
    {
        { Type: "partition", Partitions: null } => Verdict.Skipped("partitions are a required option, of a type"),
        { HashName: { } name } when int.TryParse(name, out _) => Verdict.Skipped("a selector is always a function"),
        _ => null,
    };

    /// <summary>Where Party leaves its model; null where it does not, whether it was recorded or not.</summary>
    public static Verdict? CheckParty(DispatcherScript script)
    {
        var intended = Model(script, Switches.All);
        List<StepRecord> party = [.. script.Play(() => Start(script.Dispatcher))];
        return Comparison.Check("Party and the model with its deviations", intended, party, script.Describe)
            ?? (script.Dispatcher is { Type: "partition", Partitions: { } partitions } && party[0].Result == "ok"
                ? PartitionLaws.Check(script, partitions)
                : null);
    }

    private static (IDispatcherSubject? Subject, StepRecord Record) Start(RecordedDispatcher dispatcher)
    {
        try
        {
            return (new PartySubject(PartyOptions.Of(dispatcher).Build()), StepRecord.Ok());
        }
        catch (ArgumentException refused)
        {
            return (null, StepRecord.Raised(refused.Message));
        }
    }

    // A switch counts where it alone makes the model leave the recording.
    private static IEnumerable<string> Deviations(DispatcherScript script, List<StepRecord> genStage) =>
        from one in Enum.GetValues<Switches>()
        where one is not (Switches.None or Switches.All)
            && Comparison.FirstDifference(genStage, Model(script, one)) is not null
        select one.ToString();

    private static List<StepRecord> Model(DispatcherScript script, Switches switches) => [.. script.Play(() =>
    {
        try
        {
            return (new ModelSubject(script.Dispatcher.Model(switches)), StepRecord.Ok());
        }
        catch (ModelFaultException fault)
        {
            return (null, StepRecord.Raised(fault.Message));
        }
    })];
}
