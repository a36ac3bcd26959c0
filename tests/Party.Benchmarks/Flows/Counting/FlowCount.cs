using Party.Benchmarks.Measuring;
using Party.Flows;

namespace Party.Benchmarks.Flows.Counting;

/// <summary>Ours: every key goes to the stage that counts it, or what was counted at hand does.</summary>
internal sealed class FlowCount<TKey>(TKey[] keys, bool isCrossing) : FlowContender(keys.Length)
    where TKey : notnull
{
    protected override long Run()
    {
        var flow = Flow.From(keys);
        var counts = flow.CountBy(static key => key, combinesFirst: !isCrossing);
        var sum = 0L;
        foreach (var (key, count) in Run(counts))
        {
            sum += Fingerprint.Of(key.GetHashCode(), count);
        }

        return sum;
    }
}
