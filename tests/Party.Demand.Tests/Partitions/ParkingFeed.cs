namespace Party.Demand.Tests.Partitions;

/// <summary>Chooses whose event comes next: evenly, by a skew, one partition alone, or in runs.</summary>
internal sealed class ParkingFeed
{
    private readonly Random _random;
    private readonly double[] _weights;
    private readonly bool _comesInRuns;
    private int _last;

    /// <param name="random">Chooses.</param>
    /// <param name="partitions">How many there are.</param>
    /// <param name="feedsAll">Whether every partition gets something now and then.</param>
    public ParkingFeed(Random random, int partitions, bool feedsAll)
    {
        _random = random;
        _comesInRuns = random.Next(2) == 0;
        var hot = random.Next(partitions);
        _weights = random.Next(4) switch
        {
            0 => [.. Enumerable.Repeat(1.0, partitions)],
            1 => [.. Enumerable.Range(0, partitions).Select(one => one == hot ? 3.0 : 1.0 / partitions)],
            2 => [.. Enumerable.Range(0, partitions).Select(one => Math.Pow(1 + one, -1.2))],
            _ => [.. Enumerable.Range(0, partitions).Select(one => one == hot ? 1.0 : feedsAll ? 0.01 : 0)],
        };
        _last = hot;
    }

    /// <summary>Whether a partition ever gets anything.</summary>
    public bool Feeds(int partition) => _weights[partition] > 0;

    /// <summary>The partition of the next event, one of those that may have it; −1 where none may.</summary>
    public int Next(Func<int, bool> mayHave)
    {
        if (_comesInRuns && _random.Next(4) > 0 && mayHave(_last) && Feeds(_last))
        {
            return _last;
        }

        double Weight(int partition) => mayHave(partition) ? _weights[partition] : 0;
        var point = _random.NextDouble() * Enumerable.Range(0, _weights.Length).Sum(Weight);
        var chosen = -1;
        for (var partition = 0; partition < _weights.Length && point >= 0; partition++)
        {
            point -= Weight(partition);
            chosen = Weight(partition) > 0 ? partition : chosen;
        }

        _last = Math.Max(chosen, 0);
        return chosen;
    }
}
