using System.Text.Json;

namespace Party.Conformance.Dispatchers;

/// <summary>The selectors that the recordings name.</summary>
public static class RecordedSelector
{
    /// <summary>Whether a subscription's options hold a selector at all.</summary>
    public static bool IsGiven(JsonElement options, out JsonElement selector)
    {
        selector = default;
        return options.ValueKind == JsonValueKind.Object
            && options.TryGetProperty("selector", out selector)
            && selector.ValueKind != JsonValueKind.Null;
    }

    /// <summary>The selector; null where it is not a function of one argument.</summary>
    public static Func<object, bool>? Read(JsonElement selector) => Find(selector.ToString());

    /// <summary>The selector of a name that there is.</summary>
    public static Func<object, bool> Named(string name) =>
        Find(name) ?? throw new ArgumentException($"Expected the name of a selector, got \"{name}\".", nameof(name));

    private static Func<object, bool>? Find(string name) => name switch
    {
        "even" or "truthy_value" => item => Number(item) % 2 == 0,
        "odd" => item => Number(item) % 2 == 1,
        "mod3" => item => Number(item) % 3 == 0,
        "lt100" => item => Number(item) < 100,
        "all" => _ => true,
        "never" => _ => false,
        "raises" => _ => throw new InvalidOperationException("sel"),
        _ => null,
    };

    private static long Number(object item) =>
        item as long? ?? throw new InvalidOperationException($"Expected a number to select, got {item}.");
}
