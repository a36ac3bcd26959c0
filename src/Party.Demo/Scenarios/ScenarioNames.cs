namespace Party.Demo.Scenarios;

/// <summary>The scenarios, by the names that the command line knows.</summary>
internal static class ScenarioNames
{
    private static readonly (string Name, Func<Scenario> New)[] Known =
    [
        ("slow-partition", static () => new SlowPartition()),
        ("hot-key", static () => new HotKey()),
        ("crash", static () => new Crash()),
        ("resize", static () => new Resize()),
        ("ten-thousand", static () => new TenThousand()),
    ];

    /// <summary>All names, as they stand in the help.</summary>
    public static string All => string.Join('|', Known.Select(static one => one.Name));

    /// <summary>Whether there is a scenario of this name.</summary>
    public static bool Contains(string name) => Known.Any(one => one.Name == name);

    /// <summary>A scenario, to be played once.</summary>
    public static Scenario Find(string name) => Known.First(one => one.Name == name).New();
}
