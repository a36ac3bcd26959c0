using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Models;
using Party.Conformance.Flows.Terms;
using Party.Flows;

namespace Party.Conformance.Flows.Subjects;

/// <summary>A recorded pipeline, as a program writes it with Party.</summary>
/// <param name="asFlow">Whether Party is to do what Flow does, wherever it would do otherwise.</param>
/// <param name="isSorted">Whether the order of the result is left to chance.</param>
public sealed partial class PartyFlow(bool asFlow, bool isSorted)
{
    private readonly FlowWindows _windows = new(asFlow);

    // A flow, a reduction, whatever the API has come to.
    private object _phase = "nothing";

    // The window of the layer: wanted before its first operator, and what its names mean.
    private RecordedWindow? _window;
    private bool _wantsWindow;
    private bool _ownsKeys;

    // What the layer does that Party has to be told in other words.
    private bool _isComputing;
    private bool _keepsUnique;
    private Func<Term, FiredWindow, (IEnumerable<Term> Events, Term State)>? _output;

    /// <summary>The flow of a pipeline.</summary>
    /// <exception cref="FlowRefusedException">The API has no such operator there, or refuses it.</exception>
    public Flow<Term> Of(RecordedPipeline pipeline)
    {
        for (var index = 0; index < pipeline.Operations.Length; index++)
        {
            var operation = pipeline.Operations[index];
            try
            {
                Add(operation, pipeline.Operations.ElementAtOrDefault(index + 1));
            }
            catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
            {
                throw new FlowRefusedException(FlowOperators.RefusedAs(operation.Name));
            }
        }

        return Settled();
    }

    private void Add(RecordedOperation operation, RecordedOperation? next)
    {
        switch (operation.Name)
        {
            case "from_enumerable":
                Begin(operation, Source(operation, next));
                break;
            case "from_enumerables":
                Begin(operation, Flow.FromAll(operation.Data.Select(one => one.AsEnumerable()), OptionsOf(operation)));
                break;
            case "merge":
                Begin(operation, Merged(operation, [.. operation.Flows.Select(New)]));
                break;
            case "partition" or "shuffle" or "broadcast":
                Begin(operation, Merged(operation, [Settled()]));
                break;
            case "bounded_join" or "window_join":
                Begin(operation, Joined(operation), isJoin: true);
                break;
            default:
                Follow(operation, next);
                break;
        }
    }

    private Flow<Term> New(RecordedPipeline pipeline) => new PartyFlow(asFlow, isSorted).Of(pipeline);

    private static FlowOptions OptionsOf(RecordedOperation operation) => new()
    {
        Stages = operation.Stages,
        MaxDemand = operation.MaxDemand,
        MinDemand = operation.MinDemand,
    };

    // In Flow, a source that nothing is done with before the next layer has no stages, and so no use for its options.
    // An array would be shared out between several stages, block by block; Flow's producer sends to whoever asks.
    private static EntryFlow<Term> Source(RecordedOperation operation, RecordedOperation? next)
    {
        var data = operation.Data[0];
        return next is not null && FlowPlan.Begins(next.Name) ? Flow.From(data, new() { Stages = 1 })
            : operation.Stages == 1 ? Flow.From(data, OptionsOf(operation))
            : Flow.From(data.Select(item => item), OptionsOf(operation));
    }

    private void Begin(RecordedOperation operation, Flow<Term> flow, bool isJoin = false)
    {
        _phase = flow;
        _window = operation.Window;
        _wantsWindow = _window is not null && !isJoin;
        _ownsKeys = operation.Stages == 1
            || (operation.Name is "partition" or "merge" && operation.Dispatcher == "partition");

        // Several stages hand on what they get in Flow too; a single one without operators is none.
        var isHandingOn = isJoin || (operation.Name == "partition" && operation.Stages > 1);
        (_isComputing, _keepsUnique, _output) = (isHandingOn, false, null);
    }

    private static EntryFlow<Term> Merged(RecordedOperation operation, Flow<Term>[] flows)
    {
        var options = OptionsOf(operation);
        if (operation.Dispatcher != "partition")
        {
            return operation.Dispatcher == "broadcast" ? Flow.Broadcast(flows, options)
                : flows is [var only] ? only.Shuffle(options)
                : Flow.Merge(flows, options);
        }

        var flow = flows is [var single] ? single : Flow.Merge(flows);
        var stages = operation.Stages;
        var key = operation.Key;
        return operation.Hash switch
        {
            // In Flow, a single stage gets everything: its hash is never asked.
            "mod" when stages > 1 => flow.Partition(item => (int)(item.Number % stages), options),
            "mod_none5" when stages > 1 =>
                flow.Partition(item => item.Number % 5 == 4 ? -1 : (int)(item.Number % stages), options),
            _ => flow.PartitionBy(key, options),
        };
    }

    private Flow<Term> Joined(RecordedOperation operation)
    {
        var (left, right) = (New(operation.Left), New(operation.Right));
        var leftKey = Mappers.Of(operation.Text("left_key") ?? "identity");
        var rightKey = Mappers.Of(operation.Text("right_key") ?? "identity");
        var pair = Pairings.Of(operation.Text("join") ?? "pair");
        Func<Term?, Term?, Term> row = (one, other) => pair(one ?? Term.Nil, other ?? Term.Nil);
        var window = _windows.OfJoin(operation.Window);
        var options = OptionsOf(operation);
        return operation.Text("mode") switch
        {
            "left_outer" => left.LeftJoin(right, leftKey, rightKey, row, window, options),
            "right_outer" => left.RightJoin(right, leftKey, rightKey, row, window, options),
            "full_outer" => left.FullJoin(right, leftKey, rightKey, row, window, options),
            _ => left.Join(right, leftKey, rightKey, row, window, options),
        };
    }
}
