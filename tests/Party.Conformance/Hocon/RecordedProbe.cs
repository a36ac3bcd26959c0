using System.Globalization;
using System.Text.Json.Nodes;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Party.Conformance.Hocon;

/// <summary>One recorded question to a configuration.</summary>
internal static class RecordedProbe
{
    /// <summary>
    /// Asks it; what is thrown passes through. A configuration that is null has to fail as it was recorded.
    /// </summary>
    public static JsonNode? Run(JsonObject probe, Config config)
    {
        var question = (string?)probe["get"] ?? "";
        var path = (string?)probe["path"] ?? "";
        return question.Split('.') switch
        {
            ["GetConfig", var ask] => OfConfig(ask, config.GetConfig(path)!),
            ["GetValue", var ask] => OfValue(ask, config.GetValue(path)!),
            ["Fallback", "IsNull"] => config.Fallback is null,
            ["Fallback", "ToString"] => config.Fallback?.ToString(),
            _ when probe["path"] is null => OfConfig(question, config),
            _ when probe.ContainsKey("default") => OfDefault(question, config, path, probe["default"]),
            _ when question.EndsWith("List", StringComparison.Ordinal) => OfList(question, config, path),
            _ => OfPath(question, config, path),
        };
    }

    private static JsonNode? OfPath(string question, Config config, string path) => question switch
    {
        "GetString" => config.GetString(path),
        "GetInt" => config.GetInt(path),
        "GetLong" => config.GetLong(path),
        "GetBoolean" => config.GetBoolean(path),
        "HasPath" => config.HasPath(path),
        "GetDouble" => config.GetDouble(path).ToString("R", CultureInfo.InvariantCulture),
        "GetFloat" => config.GetFloat(path).ToString("R", CultureInfo.InvariantCulture),
        "GetDecimal" => config.GetDecimal(path).ToString(CultureInfo.InvariantCulture),
        "GetTimeSpan" => config.GetTimeSpan(path).Ticks,
        "GetTimeSpanFinite" => config.GetTimeSpan(path, null, allowInfinite: false).Ticks,
        "GetByteSize" => config.GetByteSize(path),
        _ => throw Unknown(question),
    };

    private static JsonNode? OfDefault(string question, Config config, string path, JsonNode? given) => question switch
    {
        "GetString" => config.GetString(path, (string?)given),
        "GetInt" => config.GetInt(path, (int)Number(given)),
        "GetLong" => config.GetLong(path, (long)Number(given)),
        "GetBoolean" => config.GetBoolean(path, (bool?)given == true),
        "GetDouble" => config.GetDouble(path, Number(given)).ToString("R", CultureInfo.InvariantCulture),
        "GetFloat" => config.GetFloat(path, (float)Number(given)).ToString("R", CultureInfo.InvariantCulture),
        "GetDecimal" => config.GetDecimal(path, (decimal)Number(given)).ToString(CultureInfo.InvariantCulture),
        "GetTimeSpan" => config.GetTimeSpan(path, new TimeSpan((long)Number(given))).Ticks,
        "GetTimeSpanFinite" => config.GetTimeSpan(path, new((long)Number(given)), allowInfinite: false).Ticks,
        "GetByteSize" => config.GetByteSize(path, (long?)given),
        "GetStringList" => Array(config.GetStringList(path, Texts(given)), item => item),
        _ => throw Unknown(question),
    };

    private static string[] Texts(JsonNode? node) => [.. (node?.AsArray() ?? []).Select(item => (string?)item ?? "")];

    private static double Number(JsonNode? node)
        => node is JsonValue value && value.TryGetValue<string>(out var text) ? double.Parse(
                text,
                CultureInfo.InvariantCulture) : (double?)node ?? 0;

    private static JsonArray OfList(string question, Config config, string path) => question switch
    {
        "GetStringList" => Array(config.GetStringList(path), item => item),
        "GetIntList" => Array(config.GetIntList(path), item => item),
        "GetLongList" => Array(config.GetLongList(path), item => item),
        "GetByteList" => Array(config.GetByteList(path), item => item),
        "GetBooleanList" => Array(config.GetBooleanList(path), item => item),
        "GetDoubleList" => Array(config.GetDoubleList(path), item => item.ToString("R", CultureInfo.InvariantCulture)),
        "GetFloatList" => Array(config.GetFloatList(path), item => item.ToString("R", CultureInfo.InvariantCulture)),
        "GetDecimalList" => Array(config.GetDecimalList(path), item => item.ToString(CultureInfo.InvariantCulture)),
        _ => throw Unknown(question),
    };

    private static JsonNode? OfConfig(string question, Config config) => question switch
    {
        "IsNull" => config is null,
        "IsEmpty" => config.IsEmpty,
        "IsNullOrEmpty" => config.IsNullOrEmpty(),
        "ToString" => config?.ToString(),
        "ToString(true)" => config.ToString(true),
        "ToString(false)" => config.ToString(false),
        "Tree" => config is null ? null : Trees.Of(config.Root),
        "Keys" => Array(config.AsEnumerable(), entry => entry.Key),
        "Entries" => Array(config.AsEnumerable(), entry => new JsonArray(entry.Key, Trees.Of(entry.Value))),
        _ => throw Unknown(question),
    };

    private static JsonNode? OfValue(string question, HoconValue value) => question switch
    {
        "IsNull" => value is null,
        "IsString" => value.IsString(),
        "IsArray" => value.IsArray(),
        "IsObject" => value.IsObject(),
        "IsEmpty" => value.IsEmpty,
        "ToString" => value.ToString(),
        "GetByte" => value.GetByte(),
        "Tree" => Trees.Of(value),
        _ => throw Unknown(question),
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> convert)
        => new([.. items.Select(convert)]);

    private static NotSupportedException Unknown(string question) => new($"Expected a known probe, got {question}.");
}
