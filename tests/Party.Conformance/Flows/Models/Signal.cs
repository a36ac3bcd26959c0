using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>What a stage hears of one above it: events, or that it has ended, where there are none.</summary>
public sealed record Signal(int Upstream, IReadOnlyList<Term>? Events)
{
    public static Signal End(int upstream) => new(upstream, null);
}
