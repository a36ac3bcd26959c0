using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>The bound: one thread, no queue, the same hash; scatters into four arrays and sums the lengths.</summary>
internal sealed class BareLoop(WordList list) : IContender
{
    private readonly string[][] _lanes = [.. Enumerable.Range(0, 4).Select(static _ => new string[Queues.Batch])];
    private readonly int[] _counts = new int[4];
    private int _next;

    public string Name => "loop";

    public long Run(long count)
    {
        _next = 0;
        var sum = 0L;
        for (var left = count; left > 0; left -= Queues.Batch)
        {
            Scatter((int)Math.Min(Queues.Batch, left));
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
            sum += WordList.Sum(_lanes[lane].AsSpan(0, _counts[lane]));
            _counts[lane] = 0;
        }

        return sum;
    }
}
