using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Models;
using Party.Conformance.Flows.Terms;
using Party.Flows;

namespace Party.Conformance.Flows.Subjects;

/// <content>What follows within a layer.</content>
public sealed partial class PartyFlow
{
    private void Follow(RecordedOperation operation, RecordedOperation? next)
    {
        if (_wantsWindow && operation.Name != "map_batch" && _window is { } window)
        {
            _wantsWindow = false;
            _phase = ((Flow<Term>)_phase).Window(_windows.Of(window));
        }

        // What is emitted may go to a departition instead: it is said there.
        if (operation.Name == "on_trigger" && next?.Name is "departition" or "take_sort" && _phase is Reduction<Term>)
        {
            _output = Outputs.Of(operation.Function);
            return;
        }

        // It is what happens anyway, and Flow allows another output after it.
        if (operation.Name == "emit" && operation.Text("what") == "events" && _phase is not Flow<Term>)
        {
            return;
        }

        var isMap = operation.Name is "group_by" or "group_by_key" && !IsEmittedByKey(next);
        var method = isMap ? nameof(Flow<>.Aggregate)
            : _phase is EmittingReduction<Term, Term> && operation.Name == "emit"
            ? nameof(EmittingReduction<,>.OnTrigger)
            : FlowPhases.MethodOf(operation);
        if (!FlowPhases.Has(_phase, method))
        {
            throw new FlowRefusedException(FlowOperators.RefusedAs(operation.Name));
        }

        _phase = Then(operation, isMap);
        _isComputing = true;
        _keepsUnique = operation.Name is "uniq" or "uniq_by"
            || (_keepsUnique && FlowOperators.IsMapper(operation.Name));
    }

    // A group by key is a flow again; where something else is to be made of all groups, they are one state.
    private bool IsEmittedByKey(RecordedOperation? next) => isSorted
        && _ownsKeys
        && next is null or { Name: "partition" or "shuffle" or "broadcast" };

    private object Then(RecordedOperation operation, bool isMap) => (operation.Name, _phase) switch
    {
        ("map_batch", EntryFlow<Term> flow) => flow.SelectBatch(Mappers.OfBatch(operation.Function)),
        ("map", Flow<Term> flow) => flow.Select(Mappers.Of(operation.Function)),
        ("map", WindowedFlow<Term> flow) => flow.Select(Mappers.Of(operation.Function)),
        ("map_values", Flow<Term> flow) => flow.Select(OfValue(operation)),
        ("map_values", WindowedFlow<Term> flow) => flow.Select(OfValue(operation)),
        ("filter" or "reject", Flow<Term> flow) => flow.Where(Condition(operation)),
        ("filter" or "reject", WindowedFlow<Term> flow) => flow.Where(Condition(operation)),
        ("flat_map", Flow<Term> flow) => flow.SelectMany(Mappers.Of(operation.Function)),
        ("flat_map", WindowedFlow<Term> flow) => flow.SelectMany(Mappers.Of(operation.Function)),
        ("uniq", Flow<Term> flow) => flow.Distinct(),
        ("uniq", WindowedFlow<Term> flow) => flow.Distinct(),
        ("uniq_by", Flow<Term> flow) => flow.DistinctBy(Mappers.Of(operation.Function)),
        ("uniq_by", WindowedFlow<Term> flow) => flow.DistinctBy(Mappers.Of(operation.Function)),
        (_, Reduction<Term> or EmittingReduction<Term, Term>) => Emit(operation),
        _ => Reduce(operation, isMap),
    };

    private object Reduce(RecordedOperation operation, bool isMap)
    {
        if (operation.Name == "emit_and_reduce")
        {
            var (state, both) = Reductions.Emitting(operation.Function);
            Func<Term, Term, (IEnumerable<Term> Events, Term State)> emitting = (one, item) => both(one, item);
            return _phase is WindowedFlow<Term> windowed
                ? windowed.EmitAndAggregate(() => state, emitting)
                : Unwindowed.EmitAndAggregate(() => state, emitting);
        }

        if (operation.Name is "group_by" or "group_by_key")
        {
            var (key, value) = operation.Name == "group_by"
                ? (Mappers.Of(operation.Function), Mappers.Of(operation.Text("value_fn") ?? "identity"))
                : (pair => pair.Element(0), pair => pair.Element(1));
            return isMap ? Fold(Term.EmptyMap, Reductions.Grouping(key, value, asFlow)) : Grouped(key, value);
        }

        var (seed, fold) = Reductions.Of(operation.Function);
        return Fold(seed, fold);
    }

    private Reduction<Term> Fold(Term seed, Func<Term, Term, Term> fold) => _phase is WindowedFlow<Term> windowed
        ? windowed.Aggregate(seed, fold)
        : Unwindowed.Aggregate(seed, fold);

    private Flow<Term> Grouped(Func<Term, Term> key, Func<Term, Term> value)
    {
        var order = asFlow ? GroupOrder.Reversed : GroupOrder.Arrival;
        var groups = _phase is WindowedFlow<Term> windowed
            ? windowed.GroupBy(key, value, order: order)
            : Unwindowed.GroupBy(key, value, order: order);
        return groups.Select(group => Term.Tuple(group.Key, Term.List(group)));
    }

    private Flow<Term> Unwindowed =>
        _phase as Flow<Term> ?? throw new InvalidDataException($"Expected a flow, got {_phase.GetType()}.");

    private static Func<Term, Term> OfValue(RecordedOperation operation)
    {
        var value = Mappers.Of(operation.Function);
        return pair => Term.Tuple(pair.Element(0), value(pair.Element(1)));
    }

    private static Func<Term, bool> Condition(RecordedOperation operation)
    {
        var condition = Mappers.Of(operation.Function);
        var wanted = operation.Name == "filter";
        return item => condition(item).IsTrue == wanted;
    }
}
