using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>What the operations of a layer make of the events of one window in one stage.</summary>
public abstract class Reduction
{
    /// <summary>Takes events of one producer.</summary>
    /// <returns>What is emitted at once.</returns>
    public abstract IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events);

    /// <summary>The window fires.</summary>
    /// <returns>What is emitted of what it has come to.</returns>
    public abstract IEnumerable<Term> Fire(FiredWindow fired);

    /// <summary>The window ends, and there is nothing to say that was not said before.</summary>
    /// <returns>What has to be emitted all the same.</returns>
    public virtual IEnumerable<Term> Leave(FiredWindow fired) => [];
}
