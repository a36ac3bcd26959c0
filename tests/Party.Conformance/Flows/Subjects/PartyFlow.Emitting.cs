using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Models;
using Party.Conformance.Flows.Terms;
using Party.Flows;

namespace Party.Conformance.Flows.Subjects;

/// <content>What becomes of a state.</content>
public sealed partial class PartyFlow
{
    private Flow<Term> Emit(RecordedOperation operation) => (operation.Name, _phase) switch
    {
        ("departition", Reduction<Term> reduction) => Gather(reduction, Gathering.Of(operation.Function)),
        ("take_sort", Reduction<Term> reduction) => TakeSorted(reduction, operation),
        ("emit", Reduction<Term> reduction) => operation.Text("what") switch
        {
            "state" => reduction.EmitState(),
            "nothing" => reduction.EmitNothing(),
            _ => reduction.EmitEvents(),
        },
        (_, Reduction<Term> reduction) => reduction.OnTrigger(Firing(OutputOf(operation))),
        (_, EmittingReduction<Term, Term> reduction) => operation.Text("what") == "nothing"
            ? reduction.EmitNothing()
            : reduction.OnTrigger(Firing(OutputOf(operation))),
        _ => throw new InvalidDataException($"Expected a reduction before {operation}, got {_phase.GetType()}."),
    };

    // Everything before the next layer, or the end.
    private Flow<Term> Settled() => _phase switch
    {
        Reduction<Term> reduction => reduction.EmitEvents(),
        EmittingReduction<Term, Term> reduction => reduction.OnTrigger(state => state),
        Flow<Term> flow when _wantsWindow && _window is { } window => Through(flow.Window(_windows.Of(window))),
        Flow<Term> flow when _keepsUnique =>
            flow.Aggregate(Term.EmptyList, (state, item) => state.Prepend(item)).EmitEvents(),
        Flow<Term> flow => flow,
        WindowedFlow<Term> windowed => Through(windowed),
        _ => throw new InvalidDataException($"Expected a flow, got {_phase}."),
    };

    // A window with nothing in it has no method to run it; mappers in a window let everything through that is not late.
    private Flow<Term> Through(WindowedFlow<Term> windowed) =>
        _isComputing || FlowPhases.Has(windowed, nameof(Flow<>.ToListAsync))
            ? windowed.EmitAndAggregate<int, Term>(() => 0, (state, item) => ([item], state)).EmitNothing()
            : throw new FlowRefusedException("run");

    private Flow<Term> Gather(Reduction<Term> reduction, Gathering gathering)
    {
        var output = _output;
        var window = _window;
        return reduction.Departition(
            () => gathering.Seed,
            (merged, state) => (output is null
                    ? gathering.PartsOf(state)
                    : gathering.PartsOf(output(state, Anything).Events))
                .Aggregate(merged, gathering.Merge),
            (merged, open) => gathering.Finish(merged, FlowWindows.NameOf(open, window)));
    }

    private Flow<Term> TakeSorted(Reduction<Term> reduction, RecordedOperation operation)
    {
        var (count, order) = (operation.Number("n") ?? 0, Orders.Of(operation.Text("sort")));

        // Flow merges the state of a stage anew whenever it fires; Party takes the last.
        return _output is null && _window?.TriggerEvery is null && _window?.LatenessMs is null
            ? reduction.TakeSorted(count, order).Select(list => Term.List(list))
            : Gather(reduction, Gathering.FirstOf(count, order));
    }

    private Func<Term, Firing, (IEnumerable<Term> Events, Term State)> Firing(
        Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> output)
    {
        var window = _window;
        return (state, firing) => output(state, FlowWindows.Of(firing, window));
    }

    private static Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)> OutputOf(
        RecordedOperation operation) => operation.Name == "on_trigger"
            ? Outputs.Of(operation.Function)
            : operation.Text("what") == "state"
            ? Outputs.Of("state")
            : Outputs.Elements;

    // For outputs that don't ask which window it is.
    private static FiredWindow Anything => new(0, 1, "global", Term.Of("global"), "done");
}
