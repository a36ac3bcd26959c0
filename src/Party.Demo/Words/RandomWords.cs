using Bogus;
using Bogus.DataSets;

namespace Party.Demo.Words;

/// <summary>Random lorem words; the same seed brings the same words.</summary>
internal sealed class RandomWords(int seed, long? limit) : WordFeed(limit)
{
    private readonly Lorem _lorem = new() { Random = new Randomizer(seed) };

    protected override string Draw() => _lorem.Word();
}
