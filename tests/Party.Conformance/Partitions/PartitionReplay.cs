using System.Text.Json;
using Party.Conformance.Recordings;
using Party.Demand.Partitions;

namespace Party.Conformance.Partitions;

/// <summary>
/// Holds Party's partition dispatcher against recordings of GenStage's. The naive model must reproduce the recording
/// exactly; Party must equal the model with Party's deliberate deviations switched on, to the end; and where no switch
/// has changed a step yet, that is the recording. Behind a buffer, demand per partition must bring no partition less,
/// at any step.
/// </summary>
public sealed class PartitionReplay : IReplay
{
    public bool Knows(JsonElement recorded) =>
        recorded.TryGetProperty("setup", out var setup)
        && setup.TryGetProperty("dispatcher", out var dispatcher)
        && dispatcher.ToString() == "partition";

    public Verdict Replay(JsonElement recorded)
    {
        var script = new PartitionScript(recorded);
        if (script.Raises || script.Hash is not { } hash)
        {
            return Verdict.Skipped("a dispatcher that raises has no counterpart yet");
        }

        var genStage = script.Play(new PartitionModel(script.Partitions, hash, PartitionDeviations.None)).ToList();
        var intended = script.Play(new PartitionModel(script.Partitions, hash, PartitionDeviations.All)).ToList();
        var party = script.Play(new PartyPartitions(script.Partitions, hash)).ToList();

        return Compare(script, "the model and the recording", [.. script.Recorded], genStage)
            ?? Compare(script, "Party, pooled, and the model with its deviations", intended, party)
            ?? CompareScopes(script, hash)
            ?? Verdict.Passed(Deviations(script, hash, genStage));
    }

    // A switch counts where it alone makes the model leave the recording.
    private static IEnumerable<string> Deviations(
        PartitionScript script, Func<long, (long Item, string Partition)?> hash, List<StepRecord> genStage) =>
        from one in (PartitionDeviations[])[PartitionDeviations.D3, PartitionDeviations.D4, PartitionDeviations.D12]
        where !script.Play(new PartitionModel(script.Partitions, hash, one)).SequenceEqual(genStage)
        select one.ToString();

    private static Verdict? Compare(
        PartitionScript script, string what, List<StepRecord> expected, List<StepRecord> got)
    {
        var at = expected.Zip(got).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == expected.Count
            ? null
            : Verdict.Failed($"{what} differ at {script.Describe(at)}: expected {expected[at]}, got {got[at]}");
    }

    // Asked for more, every partition has got at least what it got pooled, in the same order.
    private static Verdict? CompareScopes(PartitionScript script, Func<long, (long Item, string Partition)?> hash)
    {
        var pooled = new PartyStage(script.Partitions, hash, DemandScope.Pooled);
        var perPartition = new PartyStage(script.Partitions, hash, DemandScope.PerPartition);
        var steps = script.Play(pooled).Zip(script.Play(perPartition)).Index();
        foreach (var (step, _) in steps)
        {
            foreach (var name in script.Partitions)
            {
                var expected = pooled.Delivered[name];
                var got = perPartition.Delivered[name];
                if (!got.Take(expected.Count).SequenceEqual(expected))
                {
                    return Verdict.Failed(
                        $"per partition, {name} got less by {script.Describe(step)}: expected at least "
                        + $"[{string.Join(", ", expected)}], got [{string.Join(", ", got)}]");
                }
            }
        }

        return null;
    }
}
