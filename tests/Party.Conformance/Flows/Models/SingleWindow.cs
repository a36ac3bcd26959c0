using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>A window that ends with the flow: a global one, or one of hours.</summary>
public sealed class SingleWindow(WindowPane pane) : WindowModel
{
    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events) => pane.Take(upstream, events);

    public override IEnumerable<Term> Finish() => pane.End();
}
