using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>PLINQ.</summary>
internal sealed class ParallelJoin(Row[] left, Row[] right) : Whole("plinq", left.Length + right.Length)
{
    protected override long Run() => Match.Sum(left.AsParallel()
        .Join(
            right.AsParallel(),
            static row => row.Key,
            static row => row.Key,
            static (one, other) => new Match(one.Key, one.Value, other.Value))
        .ToList());
}
