using System.Text.Json.Nodes;
using Akka.Configuration;

namespace Party.Conformance.Hocon;

/// <summary>One step of a recorded program.</summary>
internal static class RecordedStep
{
    /// <summary>Carries a step out over the configurations that earlier steps named.</summary>
    public static Config? Run(JsonObject step, IReadOnlyDictionary<string, Config?> configs)
    {
        var (verb, argument) = step.First(member => member.Key != "let");
        return verb switch
        {
            "parse" => ConfigurationFactory.ParseString(Text(argument)),
            "withFallback" => Config(0).WithFallback(Config(1)),
            "withFallbackNull" => Config(0).WithFallback(null),
            "safeWithFallback" => Config(0).SafeWithFallback(Config(1)),
            "plus" => Config(0) + Item(1),
            "stringPlus" => Item(0) + Config(1),
            "implicit" => (Config)Text(argument),
            "getConfig" => Config(0).GetConfig(Item(1)),
            "valueToConfig" => Config(0).GetValue(Item(1))!.ToConfig(),
            "valueAtKey" => Config(0).GetValue(Item(1))!.AtKey(Item(2)),
            "reparse" => ConfigurationFactory.ParseString(Config(0).ToString()),
            "fallbackOf" => Config(0).Fallback,
            "new" => new Config(),
            "newSourceFallback" => new Config(Config(0), Config(1)),
            "null" => null,
            "empty" => ConfigurationFactory.Empty,
            "configEmpty" => Akka.Configuration.Config.Empty,
            "default" => ConfigurationFactory.Default(),
            "load" => ConfigurationFactory.Load(),
            "fromObject" => ConfigurationFactory.FromObject(Plain(argument) ?? ""),
            _ => throw new NotSupportedException($"Expected a known step, got {verb}."),
        };

        string Item(int index) => Text(argument?[index]);

        // Null where the program made it so: what follows has to fail as it was recorded.
        Config Config(int index) => configs[Item(index)]!;
    }

    // A null is passed on as it was recorded.
    private static string Text(JsonNode? node) => ((string?)node)!;

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        JsonValue value => (string?)value,
        _ => null,
    };
}
