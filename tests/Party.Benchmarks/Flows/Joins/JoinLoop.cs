using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>A dictionary of the left rows, which is asked for the key of every right one, on one thread.</summary>
internal sealed class JoinLoop(Row[] left, Row[] right) : Whole("loop", left.Length + right.Length)
{
    protected override long Run()
    {
        var known = new Dictionary<long, int>(left.Length);
        foreach (var row in left)
        {
            known.Add(row.Key, row.Value);
        }

        var matches = new List<Match>();
        foreach (var row in right)
        {
            if (known.TryGetValue(row.Key, out var value))
            {
                matches.Add(new(row.Key, value, row.Value));
            }
        }

        return Match.Sum(matches);
    }
}
