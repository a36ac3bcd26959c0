using Party.Conformance.Flows;

namespace Party.Conformance.Tests;

/// <summary>A recorded pipeline as C#: which operators there are in which order, whatever their functions do.</summary>
internal static class FlowCode
{
    /// <summary>A program that runs the first operations of a pipeline.</summary>
    public static string Of(IEnumerable<RecordedOperation> operations) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Akka.Actor;
        using Party.Conformance.Flows.Terms;
        using Party.Flows;
        using Party.Flows.Windows;

        public static class Program
        {
            public static Task Run(ActorSystem system) =>
                {{string.Concat(operations.Select(CallOf))}}.ToListAsync(system);
        }
        """;

    private static string CallOf(RecordedOperation operation) => operation.Name switch
    {
        "from_enumerable" when operation.Window is not null =>
            "Flow.From(new Term[0]).Window(Window.Count<Term>(2))",
        "from_enumerable" => "Flow.From(new Term[0])",
        "partition" => ".PartitionBy(item => item)",
        "shuffle" => ".Shuffle()",
        "map" or "map_values" => ".Select(item => item)",
        "filter" or "reject" => ".Where(item => true)",
        "flat_map" => ".SelectMany(item => item)",
        "map_batch" => ".SelectBatch(batch => batch)",
        "uniq" => ".Distinct()",
        "uniq_by" => ".DistinctBy(item => item)",
        "reduce" or "group_by" or "group_by_key" => ".Aggregate(Term.Nil, (state, item) => state)",
        "emit_and_reduce" => ".EmitAndAggregate<Term, Term>(() => Term.Nil, (state, item) => (new[] { item }, state))",
        "emit" => operation.Text("what") == "nothing" ? ".EmitNothing()" : ".EmitState()",
        "on_trigger" => ".OnTrigger(state => state)",
        "departition" =>
            ".Departition(() => Term.Nil, (merged, state) => merged, (merged, window) => merged)",
        "take_sort" => ".TakeSorted(3)",
        var other => throw new InvalidDataException($"Expected an operator, got \"{other}\"."),
    };
}
