using System.Runtime.InteropServices;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Words;

/// <summary>A dictionary that is looked into once for each word, on one thread.</summary>
internal sealed class WordLoop(string[] words) : Whole("loop", words.Length)
{
    protected override long Run()
    {
        var counts = new Dictionary<string, long>();
        foreach (var word in words)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        var sum = 0L;
        foreach (var (word, count) in counts)
        {
            sum += Fingerprint.Of(word.GetHashCode(), count);
        }

        return sum;
    }
}
