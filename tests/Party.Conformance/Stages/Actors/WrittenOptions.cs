using System.Text.Json;
using Party.Actors;
using Party.Hocon;

namespace Party.Conformance.Stages.Actors;

/// <summary>
/// Recorded options as a file would say them, where values of any type can be said and options of any name.
/// </summary>
public static class WrittenOptions
{
    /// <summary>Whether the types of Party's options have no room for those of a producing stage.</summary>
    public static bool AreNeeded(RecordedStage setup) =>
        setup.Options.EnumerateObject().Any(option => option.Name switch
        {
            "buffer_size" => option.Value.ValueKind != JsonValueKind.Number && option.Value.ToString() != "infinity",
            "dispatcher" => setup.Dispatcher.Type is not ("demand" or "broadcast" or "partition"),
            var name => name is not ("demand" or "buffer_keep" or "subscribe_to"),
        });

    /// <summary>Reads the options of a producing stage.</summary>
    /// <exception cref="ArgumentException">Party refuses them.</exception>
    public static StageSettings Check(RecordedStage setup)
    {
        var options = setup.Options.EnumerateObject()
            .Where(option => option.Name != "subscribe_to")
            .Select(option => option.Name == "dispatcher"
                ? $"dispatcher.type = {option.Value.GetProperty("type").GetRawText()}"
                : Write(option));
        return Refusing(options, settings => settings.Producer<object>("stage"));
    }

    /// <summary>Reads the demands of a subscription.</summary>
    /// <exception cref="ArgumentException">Party refuses them.</exception>
    public static void Check(SubscriptionRequest request)
    {
        var demands = request.Options.EnumerateObject().Where(option => option.Name is "max_demand" or "min_demand");
        Refusing(demands.Select(Write), settings => settings.Subscription("stage"));
    }

    private static string Write(JsonProperty option)
    {
        var value = option.Value.ToString() == "infinity" ? "infinite" : option.Value.GetRawText();
        return $"{option.Name.Replace('_', '-')} = {value}";
    }

    private static StageSettings Refusing(IEnumerable<string> options, Action<StageSettings> read)
    {
        var settings = StageSettings.Parse($"stage {{\n{string.Join('\n', options)}\n}}");
        try
        {
            read(settings);
            return settings;
        }
        catch (HoconException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }
}
