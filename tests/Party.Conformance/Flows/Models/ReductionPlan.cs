using System.Collections.Immutable;
using Party.Conformance.Deviations;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Makes the reduction of a window out of the operations of a layer.</summary>
/// <param name="plan">The layer.</param>
/// <param name="gathering">How the states of its stages become one below it; null where they don't.</param>
/// <param name="switches">Which deviations are switched on.</param>
public sealed class ReductionPlan(FlowPlan plan, Gathering? gathering, Switches switches)
{
    /// <summary>A reduction with nothing in it yet.</summary>
    public Reduction New(int leftUpstreams)
    {
        var operations = Of([.. plan.Operations.Where(one => one.Name != "map_batch")]);
        var inner = gathering is null ? operations : new PartedReduction(operations);
        return plan.Source switch
        {
            FlowSource.Join join => new JoinReduction(
                join.Options.Text("mode") ?? "inner",
                Pairings.Of(join.Options.Text("join") ?? "pair"),
                upstream => upstream < leftUpstreams,
                inner),
            FlowSource.Departition whole => new DepartitionReduction(whole.Gathering, whole.Flow.Stages, inner),
            _ => inner,
        };
    }

    private Reduction Of(ImmutableArray<RecordedOperation> operations)
    {
        if (operations.All(one => FlowOperators.IsMapper(one.Name)))
        {
            return new MapperReduction(operations);
        }

        ImmutableArray<RecordedOperation> mappers =
            [.. operations.TakeWhile(one => FlowOperators.IsMapper(one.Name))];
        ImmutableArray<RecordedOperation> rest = [.. operations.Skip(mappers.Length)];
        return rest switch
        {
            [{ Name: "uniq" or "uniq_by" } uniq, ..] =>
                new UniqReduction(mappers, Mappers.Of(uniq.Function), AfterUniq(rest[1..])),
            [var reduction, .. var output] => Folding(mappers, reduction, OutputOf(output)),
            [] => Kept(mappers),
        };
    }

    // What is unique is kept, the newest first, and emitted when the window fires.
    private Reduction AfterUniq(ImmutableArray<RecordedOperation> operations) =>
        operations.All(one => FlowOperators.IsMapper(one.Name)) ? Kept(operations) : Of(operations);

    private FoldReduction Kept(ImmutableArray<RecordedOperation> mappers) => new(
        mappers, Term.EmptyList, (state, item) => ([], state.Prepend(item)), OutputOf([]));

    private FoldReduction Folding(
        ImmutableArray<RecordedOperation> mappers,
        RecordedOperation reduction,
        Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> output)
    {
        if (reduction.Name == "emit_and_reduce")
        {
            var (state, both) = Reductions.Emitting(reduction.Function);
            return new(mappers, state, both, output);
        }

        var (seed, fold) = Fold(reduction);
        return new(mappers, seed, (state, item) => ([], fold(state, item)), output);
    }

    private (Term Seed, Func<Term, Term, Term> Fold) Fold(RecordedOperation reduction)
    {
        var isNewestFirst = !switches.HasFlag(Switches.F4);
        return reduction.Name switch
        {
            "group_by" => (Term.EmptyMap, Reductions.Grouping(
                Mappers.Of(reduction.Function),
                Mappers.Of(reduction.Text("value_fn") ?? "identity"),
                isNewestFirst)),
            "group_by_key" => (Term.EmptyMap, Reductions.Grouping(
                pair => pair.Element(0), pair => pair.Element(1), isNewestFirst)),
            _ => Reductions.Of(reduction.Function),
        };
    }

    private Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> OutputOf(
        ImmutableArray<RecordedOperation> output)
    {
        var own = output switch
        {
            [{ Name: "emit" } emit] => Outputs.Of(emit.Text("what") ?? "state"),
            [{ Name: "on_trigger" } trigger] => Outputs.Of(trigger.Function),
            _ => null,
        };
        return gathering is not { } whole ? own ?? Outputs.Elements
            : own is null ? (state, fired) => (Parts(whole.PartsOf(state), fired), state)
            : (state, fired) =>
            {
                var (events, next) = own(state, fired);
                return (Parts(whole.PartsOf(events), fired), next);
            };
    }

    private static IEnumerable<Term> Parts(IEnumerable<Term> parts, FiredWindow fired) =>
        parts.Select(part => DepartitionReduction.Part(part, fired));
}
