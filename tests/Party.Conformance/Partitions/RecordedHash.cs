namespace Party.Conformance.Partitions;

/// <summary>The hash functions that the recordings name: event → (event, partition), or null for none.</summary>
public static class RecordedHash
{
    /// <summary>Null where there is no such function, or it is one that fails.</summary>
    public static Func<long, (long Item, string Partition)?>? Named(string name, int n) => name switch
    {
        "mod" => item => (item, $"{item % n}"),
        "mod_none5" => item => item % 5 == 4 ? null : (item, $"{item % n}"),
        "transform" => item => (item * 10, $"{item % n}"),
        "parity" => item => (item, Parity(item)),
        "parity_none3" => item => item % 3 == 0 ? null : (item, Parity(item)),
        "skew60" => item => (item, (item % 10) switch { < 6 => "a", < 8 => "b", _ => "c" }),
        "all_to_first" => item => (item, "0"),
        _ => null,
    };

    private static string Parity(long item) => item % 2 == 0 ? "even" : "odd";
}
