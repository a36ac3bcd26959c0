using System.Text.Json.Nodes;
using Akka.Configuration;

namespace Party.Conformance.Hocon;

/// <summary>One step of a recorded program.</summary>
public static class RecordedStep
{
    /// <summary>Carries a step out over the configurations that earlier steps named.</summary>
    public static Config? Run(JsonObject step, IReadOnlyDictionary<string, Config?> configs)
    {
        var (verb, argument) = step.First(member => member.Key != "let");
        return verb switch
        {
            "parse" => ConfigurationFactory.ParseString((string)argument!),
            "withFallback" => Config(0)!.WithFallback(Config(1)!),
            "withFallbackNull" => Config(0)!.WithFallback(null!),
            "safeWithFallback" => Config(0)!.SafeWithFallback(Config(1)!),
            "plus" => Config(0)! + Text(1),
            "stringPlus" => Text(0) + Config(1)!,
            "implicit" => (Config)(string)argument!,
            "getConfig" => Config(0)!.GetConfig(Text(1)),
            "valueToConfig" => Config(0)!.GetValue(Text(1))!.ToConfig(),
            "valueAtKey" => Config(0)!.GetValue(Text(1))!.AtKey(Text(2)),
            "reparse" => ConfigurationFactory.ParseString(Config(0)!.ToString()),
            "fallbackOf" => Config(0)!.Fallback,
            "new" => new Config(),
            "newSourceFallback" => new Config(Config(0)!, Config(1)!),
            "null" => null,
            "empty" => ConfigurationFactory.Empty,
            "configEmpty" => Akka.Configuration.Config.Empty,
            "default" => ConfigurationFactory.Default(),
            "load" => ConfigurationFactory.Load(),
            "fromObject" => ConfigurationFactory.FromObject(Plain(argument)!),
            _ => throw new NotSupportedException($"Expected a known step, got {verb}."),
        };

        string Text(int index) => (string)argument![index]!;

        Config? Config(int index) => configs[Text(index)];
    }

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
