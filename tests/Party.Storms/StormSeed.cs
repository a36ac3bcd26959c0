using Party.Storms.Scenarios;

namespace Party.Storms;

/// <summary>A scenario and its schedule, both drawn by one seed.</summary>
public static class StormSeed
{
    /// <summary>Plays a seed.</summary>
    /// <returns>What went wrong, with the smallest scenario that still does; null if nothing did.</returns>
    public static string? Find(int seed)
    {
        var scenario = new Draw(seed).Scenario();
        if (Storm.Play(seed, scenario) is null)
        {
            return null;
        }

        var small = Shrinker.Shrink(scenario, smaller => Storm.Play(seed, smaller) is not null);
        var failure = Storm.Play(seed, small) ?? throw new InvalidOperationException("Expected it to fail once more.");
        return $"""
            seed {seed} failed: {failure.Message}
            The smallest scenario that does:
            {small}
            Play it again: --seeds 1 --seed {seed}
            """;
    }
}
