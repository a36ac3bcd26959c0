using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>The bound: one thread, no queue, the same hash; scatters into four arrays and sums the lengths.</summary>
internal sealed class BareLoop(WordList list) : IContender
{
    private const int Batch = 500;

    private readonly string[][] _lanes = [new string[Batch], new string[Batch], new string[Batch], new string[Batch]];
    private readonly int[] _counts = new int[4];
    private int _next;

    public string Name => "loop";

    public long Run(long words)
    {
        var sum = 0L;
        for (var left = words; left > 0; left -= Batch)
        {
            Scatter((int)Math.Min(Batch, left));
            sum += Gather();
        }

        return sum;
    }

    public void Dispose()
    {
    }

    private void Scatter(int count)
    {
        var words = list.Words;
        var hash = list.Hash;
        var next = _next;
        for (var index = 0; index < count; index++)
        {
            var word = words[next];
            next = next + 1 == words.Length ? 0 : next + 1;
            var lane = hash(word);
            _lanes[lane][_counts[lane]++] = word;
        }

        _next = next;
    }

    private long Gather()
    {
        var sum = 0L;
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            var words = _lanes[lane];
            for (var index = 0; index < _counts[lane]; index++)
            {
                sum += words[index].Length;
            }

            _counts[lane] = 0;
        }

        return sum;
    }
}
