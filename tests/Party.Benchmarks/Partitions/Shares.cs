namespace Party.Benchmarks.Partitions;

/// <summary>Draws partitions by their shares, in O(1): an alias table, and a generator with a fixed seed.</summary>
internal sealed class Shares
{
    private readonly double[] _stay;
    private readonly int[] _alias;
    private ulong _state = 0x9E3779B97F4A7C15;

    private Shares(double[] weights)
    {
        var sum = weights.Sum();
        _stay = [.. weights.Select(weight => weight / sum * weights.Length)];
        _alias = [.. Enumerable.Range(0, weights.Length)];
        var poor = new Stack<int>(_alias.Where(index => _stay[index] < 1));
        var rich = new Stack<int>(_alias.Where(index => _stay[index] >= 1));
        while (poor.Count > 0 && rich.TryPeek(out var giver))
        {
            var taker = poor.Pop();
            _alias[taker] = giver;
            _stay[giver] -= 1 - _stay[taker];
            if (_stay[giver] < 1)
            {
                poor.Push(rich.Pop());
            }
        }
    }

    public int Count => _stay.Length;

    public static Shares Uniform(int partitions) => new([.. Enumerable.Repeat(1.0, partitions)]);

    public static Shares Of(params double[] weights) => new(weights);

    public static Shares Zipf(int partitions, double exponent) =>
        new([.. Enumerable.Range(1, partitions).Select(rank => 1 / Math.Pow(rank, exponent))]);

    public int Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        var at = (int)((uint)(_state >> 32) * (ulong)_stay.Length >> 32);
        return (_state & 0xFFFFFF) / (double)0x1000000 < _stay[at] ? at : _alias[at];
    }
}
