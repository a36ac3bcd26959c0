using System.Collections.Immutable;
using Party.Conformance.Dispatchers;
using Party.Conformance.Recordings;
using Party.Demand.Partitions;

namespace Party.Conformance.Partitions;

/// <summary>
/// What demand per partition must hold whatever was recorded: asked for more, every partition has got at least what it
/// got pooled, in the same order, at every step.
/// </summary>
public static class PartitionLaws
{
    /// <summary>Where a law is broken; null where none is.</summary>
    public static Verdict? Check(DispatcherScript script, ImmutableArray<string> partitions)
    {
        var pooled = new BufferedPartitions(script.Dispatcher, partitions, DemandScope.Pooled);
        var perPartition = new BufferedPartitions(script.Dispatcher, partitions, DemandScope.PerPartition);
        var both = script.Play(() => (pooled, StepRecord.Ok()))
            .Zip(script.Play(() => (perPartition, StepRecord.Ok())));
        foreach (var (step, _) in both.Index())
        {
            foreach (var name in partitions)
            {
                var expected = pooled.Delivered[name];
                var got = perPartition.Delivered[name];
                if (!got.Take(expected.Count).SequenceEqual(expected))
                {
                    return Verdict.Failed(
                        $"per partition, {name} got less by {script.Describe(step)}: expected at least "
                        + $"{RecordedEvents.Describe(expected)}, got {RecordedEvents.Describe(got)}");
                }
            }
        }

        return null;
    }
}
