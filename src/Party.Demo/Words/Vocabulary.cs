using System.Collections.Immutable;
using Bogus;
using Bogus.DataSets;

namespace Party.Demo.Words;

/// <summary>The lorem words there are, found by drawing until no new one comes.</summary>
internal static class Vocabulary
{
    private const int Draws = 20_000;

    /// <summary>All of them, in the order of the alphabet: the same on every machine.</summary>
    public static ImmutableArray<string> Lorem { get; } = Draw();

    private static ImmutableArray<string> Draw()
    {
        var lorem = new Lorem { Random = new Randomizer(0) };
        return [.. Enumerable.Range(0, Draws).Select(_ => lorem.Word()).Distinct().Order(StringComparer.Ordinal)];
    }
}
