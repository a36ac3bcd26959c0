using Party.Conformance.Flows.Models;

namespace Party.Conformance.Flows;

/// <summary>What no program can say to Party, since its types have no room for it.</summary>
public static class Inexpressible
{
    /// <summary>Why a pipeline can't be put in Party's words; null where it can.</summary>
    public static string? In(RecordedPipeline pipeline)
    {
        RecordedOperation? join = null;
        RecordedWindow? window = null;
        foreach (var (operation, next) in pipeline.Operations.Zip(pipeline.Operations.Skip(1).Append(null)))
        {
            if (FlowPlan.Begins(operation.Name))
            {
                (join, window) = (operation.Name == "window_join" ? operation : null, operation.Window);
            }

            if (join?.Window is { TriggerEvery: not null } && FlowOperators.IsReduction(operation.Name))
            {
                return "the window of a join has no trigger";
            }

            if (operation.Name == "on_trigger" && next?.Name is "departition" or "take_sort"
                && !IsOfStateAlone(operation.Function, window))
            {
                return "what is merged of several stages is their state";
            }
        }

        return pipeline.Operations.SelectMany(Nested).Select(In).FirstOrDefault(reason => reason is not null);
    }

    private static IEnumerable<RecordedPipeline> Nested(RecordedOperation operation) => operation.Name switch
    {
        "merge" => operation.Flows,
        "bounded_join" or "window_join" => [operation.Left, operation.Right],
        _ => [],
    };

    private static bool IsOfStateAlone(string output, RecordedWindow? window) => output switch
    {
        "state_with_index" or "state_with_window" or "state_with_window_reset0" or "sorted_with_window" => false,
        "state_reset0" or "state_reset_list" or "state_reset_map" =>
            window is null or { TriggerEvery: null, LatenessMs: null },
        _ => true,
    };
}
