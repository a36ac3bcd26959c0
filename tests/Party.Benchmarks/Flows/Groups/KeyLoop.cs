using System.Runtime.InteropServices;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Groups;

/// <summary>A dictionary that is looked into once for each key, on one thread.</summary>
internal sealed class KeyLoop(long[] keys) : Whole("loop", keys.Length)
{
    protected override long Run()
    {
        var counts = new Dictionary<long, long>();
        foreach (var key in keys)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }

        var sum = 0L;
        foreach (var (key, count) in counts)
        {
            sum += Fingerprint.Of(key.GetHashCode(), count);
        }

        return sum;
    }
}
