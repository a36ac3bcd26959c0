using System.Text.Json;

namespace Party.Conformance.Flows.Terms;

/// <summary>Terms as they were recorded.</summary>
public static class TermReader
{
    /// <summary>A term; an array is a tuple, and a map an object with the one member <c>map</c>.</summary>
    public static Term Read(JsonElement recorded) => recorded.ValueKind switch
    {
        JsonValueKind.Number => Term.Of(recorded.GetInt64()),
        JsonValueKind.Array => Term.Tuple([.. recorded.EnumerateArray().Select(Read)]),
        JsonValueKind.Null => Term.Nil,
        JsonValueKind.True or JsonValueKind.False => Term.Of(recorded.GetBoolean()),
        JsonValueKind.Object => Term.Map(recorded.GetProperty("map").EnumerateArray().Select(Read)),
        _ => Term.Of(recorded.ToString()),
    };
}
