using System.Collections.Immutable;
using Party.Demo.Settings;
using Party.Demo.Words;

namespace Party.Demo.Tests.Words;

public sealed class WordFeedTests
{
    private static readonly ImmutableArray<PartitionSettings> Partitions =
    [
        new("one", LetterRange.Parse("a-i") ?? []),
        new("two", LetterRange.Parse("j-r") ?? []),
        new("four", LetterRange.Parse("w-z") ?? []),
    ];

    [Fact]
    public void The_same_seed_brings_the_same_words()
    {
        Assert.Equal(Take(new RandomWords(7, limit: 100)), Take(new RandomWords(7, limit: 100)));
        Assert.NotEqual(Take(new RandomWords(7, limit: 100)), Take(new RandomWords(8, limit: 100)));
    }

    [Fact]
    public void There_are_exactly_as_many_words_as_were_ordered()
    {
        Assert.Equal(13, Take(new RandomWords(7, limit: 13)).Count);
        Assert.Empty(Take(new RandomWords(7, limit: 0)));
    }

    [Fact]
    public void The_words_of_a_partition_do_not_depend_on_who_asks_first()
    {
        var first = Addressed(limit: 50);
        var second = Addressed(limit: 50);

        var oneThenTwo = (Take(first, 0), Take(first, 1));
        var two = Take(second, 1);
        var one = Take(second, 0);

        Assert.Equal(oneThenTwo, (one, two));
        Assert.True(first.IsExhausted);
    }

    [Fact]
    public void A_partition_that_no_word_falls_to_gets_none()
    {
        var words = Addressed(limit: null);

        Assert.True(words.HasNext(0));
        Assert.False(words.HasNext(2));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(words.Next(0)[0], 'a', 'i'));
    }

    [Theory]
    [InlineData(10, new[] { 1, 1, 1 }, new[] { 4L, 3, 3 })]
    [InlineData(10, new[] { 3, 0, 1 }, new[] { 8L, 0, 2 })]
    [InlineData(0, new[] { 3, 1 }, new[] { 0L, 0 })]
    [InlineData(5, new[] { 0, 0 }, new[] { 0L, 0 })]
    [InlineData(long.MaxValue, new[] { 1, 1 }, new[] { 4611686018427387904, 4611686018427387903 })]
    public void A_number_is_shared_out_without_a_rest(long total, int[] weights, long[] shares)
    {
        Assert.Equal(shares, AddressedWords.Share(total, weights));
    }

    [Fact]
    public void A_text_is_waited_for_away_from_the_stage()
    {
        var words = new TextWords(new StringReader("qui id sed"), limit: 2);
        Assert.False(words.HasNext);

        var refill = words.Refill();
        Assert.Null(words.Refill());
        words.Accept(Await(refill));

        Assert.Equal(["qui", "id"], Take(words));
        Assert.True(words.IsExhausted);
    }

    [Fact]
    public void A_text_that_ends_is_exhausted()
    {
        var words = new TextWords(new StringReader("qui"), limit: null);

        words.Accept(Await(words.Refill()));
        Assert.Equal(["qui"], Take(words));
        words.Accept(Await(words.Refill()));

        Assert.True(words.IsExhausted);
    }

    [Theory]
    [InlineData(20, 50, 1)]
    [InlineData(2, 500, 1)]
    [InlineData(1000, 50, 50)]
    public void A_pace_is_kept_tick_by_tick(double perSecond, int milliseconds, int perTick)
    {
        var pace = new Pace(perSecond);
        Assert.Equal((TimeSpan.FromMilliseconds(milliseconds), false), (pace.Interval, pace.TryStep()));

        pace.Tick();
        pace.Tick();

        Assert.Equal(perTick, Enumerable.Range(0, 200).Count(_ => pace.TryStep()));
    }

    [Fact]
    public void Without_a_pace_there_is_no_waiting()
    {
        Assert.True(new Pace(null).TryStep());
    }

    private static AddressedWords Addressed(long? limit) =>
        new(new(Partitions, defaultPartition: null), 3, seed: 7, limit);

    private static List<string> Take(WordFeed feed)
    {
        var words = new List<string>();
        while (feed.HasNext)
        {
            words.Add(feed.Next());
        }

        return words;
    }

    private static string Take(AddressedWords words, int partition)
    {
        var taken = new List<string>();
        while (words.HasNext(partition))
        {
            taken.Add(words.Next(partition));
        }

        return string.Join(' ', taken);
    }

    private static IReadOnlyList<string> Await(Task<IReadOnlyList<string>>? refill) =>
        refill?.GetAwaiter().GetResult() ?? [];
}
