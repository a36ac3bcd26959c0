namespace Party.Conformance.Flows.Models;

/// <summary>What Flow calls its operators.</summary>
public static class FlowOperators
{
    public static bool IsReduction(string name) =>
        name is "reduce" or "group_by" or "group_by_key" or "emit_and_reduce";

    public static bool IsMapper(string name) => name is "map" or "filter" or "reject" or "flat_map" or "map_values";

    /// <summary>The operator that an error names when this one is refused.</summary>
    public static string RefusedAs(string name) => name switch
    {
        "map_values" => "map",
        "uniq_by" => "uniq",
        "group_by" or "group_by_key" or "emit_and_reduce" => "reduce",
        _ => name,
    };
}
