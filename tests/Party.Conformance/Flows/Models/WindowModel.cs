using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>The windows of one stage.</summary>
public abstract class WindowModel
{
    /// <summary>Takes a batch of one producer.</summary>
    public abstract IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events);

    /// <summary>A producer has ended, and others have not.</summary>
    public virtual IEnumerable<Term> EndOf(int upstream) => [];

    /// <summary>All producers have ended: every window fires for the last time.</summary>
    public abstract IEnumerable<Term> Finish();
}
