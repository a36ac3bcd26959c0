using System.Collections.Immutable;
using Party.Conformance.Deviations;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>The reference model of Flow.</summary>
/// <remarks>
/// Naive on purpose, and none of it is shared with the product: lists instead of processes, one layer after another,
/// and in the order in which Flow's own parts call each other.
/// </remarks>
public static class FlowModel
{
    public static ImmutableArray<string> Run(FlowScript script, Switches switches)
    {
        try
        {
            var plan = FlowPlan.Of(script.Pipeline);
            var (_, signals) = new LayerModel(switches).Run(plan, Routing.Demand);
            return FlowRecord.Of(signals.SelectMany(one => one.Events ?? Enumerable.Empty<Term>()), script.IsSorted);
        }
        catch (FlowRefusedException refused)
        {
            return FlowRecord.Refused(refused.Message);
        }
        catch (InvalidOperationException)
        {
            return FlowRecord.Exit;
        }
    }
}
