using Party.Flows;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>Ours.</summary>
internal sealed class FlowJoin(Row[] left, Row[] right) : FlowContender(left.Length + right.Length)
{
    protected override long Run() => Match.Sum(Run(Flow.From(left).Join(
        Flow.From(right),
        static row => row.Key,
        static row => row.Key,
        static (one, other) => new Match(one.Key, one.Value, other.Value))));
}
