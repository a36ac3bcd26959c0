namespace Party.Conformance.Dispatchers;

/// <summary>The hash functions that the recordings name: event → (event, partition), or null for none.</summary>
public static class RecordedHash
{
    /// <summary>The function of a name; a name that there is no function for fails as no function would.</summary>
    public static Func<object, (object Item, string Partition)?> Named(string name, int n) => name switch
    {
        "mod" => item => (item, $"{Number(item) % n}"),
        "mod_none5" => item => Number(item) % 5 == 4 ? null : (item, $"{Number(item) % n}"),
        "transform" => item => (Number(item) * 10, $"{Number(item) % n}"),
        "parity" => item => (item, Parity(item)),
        "parity_none3" => item => Number(item) % 3 == 0 ? null : (item, Parity(item)),
        "skew60" => item => (item, (Number(item) % 10) switch { < 6 => "a", < 8 => "b", _ => "c" }),
        "all_to_first" => item => (item, "0"),
        "unknown_at_7" => item => (item, Number(item) % 10 == 7 ? "99" : $"{Number(item) % n}"),
        "raises" => _ => throw new InvalidOperationException("hash failed"),
        _ => _ => throw new InvalidOperationException($"Expected a hash function, got {name}."),
    };

    private static string Parity(object item) => Number(item) % 2 == 0 ? "even" : "odd";

    private static long Number(object item) =>
        item as long? ?? throw new InvalidOperationException($"Expected a number to hash, got {item}.");
}
