using System.Collections.Immutable;
using Party.Conformance.Flows.Functions;

namespace Party.Conformance.Flows.Models;

/// <summary>One layer of a flow, and through its source the layers above it.</summary>
public sealed record FlowPlan(FlowSource Source, RecordedOperation Begin, int Stages)
{
    /// <summary>The operations of the layer.</summary>
    public ImmutableArray<RecordedOperation> Operations { get; init; } = [];

    /// <summary>The window of the layer; null for the global one.</summary>
    public RecordedWindow? Window => Source is FlowSource.Departition ? null : Begin.Window;

    /// <summary>Whether an operation begins a layer.</summary>
    public static bool Begins(string name) => name is "from_enumerable" or "from_enumerables" or "merge"
        or "bounded_join" or "window_join" or "partition" or "shuffle" or "broadcast" or "departition" or "take_sort";

    private bool HasReduction => Operations.Any(one => FlowOperators.IsReduction(one.Name));

    private bool HasOutput => Operations.Any(one => one.Name is "emit" or "on_trigger");

    /// <summary>The last layer of a pipeline.</summary>
    /// <exception cref="FlowRefusedException">An operation is not allowed where it stands.</exception>
    public static FlowPlan Of(RecordedPipeline pipeline)
    {
        FlowPlan? plan = null;
        foreach (var operation in pipeline.Operations)
        {
            plan = plan is null ? First(operation) : plan.Then(operation);
        }

        return plan ?? throw new FlowRefusedException("ArgumentError");
    }

    private static FlowPlan First(RecordedOperation operation)
    {
        CheckWindow(operation.Window);
        return operation.Name switch
        {
            "from_enumerable" => new(new FlowSource.Data(operation.Data), operation, operation.Stages),
            "from_enumerables" when operation.Data.IsEmpty => throw new FlowRefusedException("from_enumerables"),
            "from_enumerables" => new(new FlowSource.Data(operation.Data), operation, operation.Stages),
            "merge" when operation.Flows.IsEmpty => throw new FlowRefusedException("ArgumentError"),
            "merge" => new(new FlowSource.Flows([.. operation.Flows.Select(Of)]), operation, operation.Stages),
            "bounded_join" or "window_join" => new(
                new FlowSource.Join(Of(operation.Left), Of(operation.Right), operation), operation, operation.Stages),
            var other => throw new InvalidDataException($"Expected the beginning of a flow, got \"{other}\"."),
        };
    }

    private static void CheckWindow(RecordedWindow? window)
    {
        if (window is { Count: <= 0 } or { DurationMs: <= 0 } or { TriggerEvery: <= 0 })
        {
            throw new FlowRefusedException("FunctionClauseError");
        }

        if (window is { Type: not "fixed", LatenessMs: not null })
        {
            throw new FlowRefusedException("allowed_lateness");
        }
    }

    private FlowPlan Then(RecordedOperation operation)
    {
        CheckWindow(operation.Window);
        return operation.Name switch
        {
            "partition" or "shuffle" or "broadcast" =>
                new(new FlowSource.Flows([this]), operation, operation.Stages),
            "departition" => Gathered(operation, Gathering.Of(operation.Function)),
            "take_sort" => TakeSorted(operation),
            _ => Add(operation),
        };
    }

    private FlowPlan TakeSorted(RecordedOperation operation)
    {
        var count = operation.Number("n") ?? 0;
        return count > 0
            ? Gathered(operation, Gathering.FirstOf(count, Orders.Of(operation.Text("sort"))))
            : throw new FlowRefusedException("FunctionClauseError");
    }

    private FlowPlan Gathered(RecordedOperation operation, Gathering gathering) =>
        HasReduction
            ? new(new FlowSource.Departition(this, gathering), operation, Stages: 1)
            : throw new FlowRefusedException(operation.Name);

    private FlowPlan Add(RecordedOperation operation)
    {
        var isRefused = operation.Name switch
        {
            "map_batch" => Operations.Any(one => one.Name != "map_batch"),
            "emit" or "on_trigger" => !HasReduction || HasOutput,
            _ => HasReduction,
        };
        return isRefused ? throw new FlowRefusedException(FlowOperators.RefusedAs(operation.Name))
            : operation.Name == "emit" && operation.Text("what") == "events" ? this
            : this with { Operations = Operations.Add(operation) };
    }
}
