namespace Party.Demand.Watching;

/// <summary>What all <see cref="HeavyHitters{TKey}"/> have in common.</summary>
public static class HeavyHitters
{
    /// <summary>How many keys there is room for where nothing else is said.</summary>
    public const int DefaultCapacity = 64;
}
