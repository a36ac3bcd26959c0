using System.Globalization;
using System.Numerics;
using Party.Flows.Keys;

namespace Party.Flows.Tests.Keys;

public sealed class TextKeyHashTests
{
    private static readonly TextKeyHash Hash = TextKeyHash.Instance;

    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 2775780327u)]
    [InlineData("the", 3384272813u)]
    [InlineData("word", 3855051780u)]
    [InlineData("sixteen letters.", 4240910339u)]
    [InlineData("a sentence of more than thirty-two letters", 1658294414u)]
    public void A_word_hashes_to_the_same_in_every_process(string word, uint hash) => Assert.Equal(hash, Hash.Of(word));

    [Fact]
    public void Every_letter_counts_wherever_it_is()
    {
        for (var length = 1; length <= 70; length++)
        {
            var word = new string('a', length);
            var changed = Enumerable.Range(0, length).Select(at => word.Remove(at, 1).Insert(at, "b")).Append(word);

            Assert.Equal(length + 1, changed.Select(Hash.Of).Distinct().Count());
        }
    }

    [Fact]
    public void Repetitions_of_a_letter_differ_by_their_length()
    {
        var words = Enumerable.Range(0, 300).Select(length => new string('\0', length));

        Assert.Equal(300, words.Select(Hash.Of).Distinct().Count());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("user-{0:D8}")]
    [InlineData("{0:D4}-in-the-middle-of-it-{0}")]
    [InlineData("https://example.com/a/long/way/{0}/and/on")]
    public void Words_that_hardly_differ_hardly_ever_collide(string pattern)
    {
        const int count = 50_000;
        var words = Enumerable.Range(0, count)
            .Select(number => string.Format(CultureInfo.InvariantCulture, pattern, number));

        // 0.3 collisions are to be expected of a perfect hash of 32 bits.
        Assert.InRange(count - words.Select(Hash.Of).Distinct().Count(), 0, 5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(61)]
    public void Every_stage_gets_its_share_of_words(int stages)
    {
        var shares = Words(seed: stages, count: 50_000)
            .CountBy(word => KeyHash<string>.StageOf(Hash.Of(word), stages))
            .Select(static pair => pair.Value)
            .ToArray();

        Assert.Equal(stages, shares.Length);
        AssertEven(shares, stages, 50_000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void The_words_of_one_stage_are_in_all_buckets_alike(int stages)
    {
        const int bits = 8;
        var own = Words(seed: stages, count: 100_000)
            .Select(Hash.Of)
            .Where(hash => KeyHash<string>.StageOf(hash, stages) == 0)
            .ToArray();

        var shares = own.CountBy(hash => hash >> (32 - bits)).Select(static pair => pair.Value);
        AssertEven([.. shares], 1 << bits, own.Length);
    }

    [Fact]
    public void A_changed_letter_changes_half_of_the_bits()
    {
        var words = Words(seed: 5, count: 20_000);
        var changed = words.Average(
            word => BitOperations.PopCount(Hash.Of(word) ^ Hash.Of($"{(char)(word[0] ^ 1)}{word[1..]}")));

        Assert.InRange(changed, 15.8, 16.2);
    }

    // χ², which for many shares is about as large as they are many, and hardly ever six deviations more.
    private static void AssertEven(int[] shares, int places, int total)
    {
        var expected = (double)total / places;
        var empty = (places - shares.Length) * expected;
        var squares = shares.Sum(share => (share - expected) * (share - expected) / expected) + empty;

        Assert.InRange(squares, 0, places + (6 * Math.Sqrt(2.0 * places)));
    }

    private static string[] Words(int seed, int count)
    {
        var random = new Random(seed);
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            words.Add(string.Concat(
                Enumerable.Range(0, random.Next(3, 11)).Select(_ => (char)('a' + random.Next(26)))));
        }

        return [.. words];
    }
}
